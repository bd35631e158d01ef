# ལས་དོན་མི་སྣའི་ Telegram: ཐོ། ཚོགས། ཞོགས་པའི་བརྡ། བརླགས་པའི་ཁ་པར།

## དྲན་སྐུལ།
staff-alert-report_upward = ཛ་དྲག་སྙན་ཞུ། མིའི་བདེ་འཇགས་ལ་ཉེན་ཁ་ཡོད།
staff-alert-supervised = ཞུ་དོན་འདིར་ལྟ་སྐུལ་བྱས་ཟིན།

## ཐོ།
staff-bot-list-mine = ངའི་ལས་ཁུངས་ཀྱི་སྒྲུབ་རྒྱུ།
staff-bot-list-today = དེ་རིང་དུས་བཀག
staff-bot-list-overdue = དུས་ཡོལ་བ།
staff-bot-held = { $who } ནས་སྒྲུབ་བཞིན་ཡོད།
# card
staff-bot-digest = { $day } / དེ་རིང་དུས་བཀག { $due } / དུས་ཡོལ་བ། { $late }

## གོམ་པ།
staff-bot-write = འཕྲིན་འདིར་ལན་བསྐུར་ནས་འབྲི་གནང་རོགས། { $part }
staff-bot-brief = འདིར་ཨང་གྲངས་དང་ཚེས་གྲངས། ཚིག་ཐུང་ཁོ་ན་ལེན། དཔེར་ན་ 30 དང་ 2026-12-01 ལྟ་བུ།
staff-bot-sure-quiet = གཏན་འཁེལ་ཡིན་ནམ། { $move }
staff-bot-as-chinese = རྒྱ་ཡིག་གིས་བསྐུར་བ། { $move }
staff-bot-done = བྱས་ཟིན། { $move }

## ཚོགས་དང་བརླགས་པའི་ཁ་པར།
# card
staff-bot-help-head =
    { $group } ལས་ཁུངས་ཀྱི་ཚོགས་སྦྲེལ་བའི་ཨང་།
    { $cutoff } དང་ཐོ་མིང་། བརླགས་པའི་ཁ་པར་གཅོད་པ།
staff-bot-group-code =
    { $unit }
    འཕྲུལ་མི་ཚོགས་ནང་འཇུག་རོགས། སྐར་མ་ 10 ནང་ཁྱེད་ཀྱིས་ཚོགས་ནང་འདི་བསྐུར་གནང་རོགས།
    { $command }
staff-bot-group-code-wrong = ཨང་འདི་ནོར་འདུག ཡང་ན་དུས་ཡོལ་སོང་། ཡང་ན་ཁྱེད་ཀྱི་མིན།
staff-bot-group-linked =
    ཚོགས་འདི་སྦྲེལ་ཟིན། { $unit }
    ཞུ་དོན་གསར་པའི་ཨང་གྲངས་དང་རིགས། དུས་བཀག་འདིར་གཏོང་།
staff-bot-group-unlinked = ཚོགས་འདི་བཅད་ཟིན།
staff-bot-group-open = སྒེར་དུ་ལྟ་བ།
staff-bot-group-sent = ཁྱེད་ལ་སྒེར་དུ་བསྐུར་ཟིན།
staff-bot-group-stranger = ཁྱེད་སྦྲེལ་མེད། ལས་དོན་སྟེགས་བུའི་“རང་གི་ཐོ”ནས་ཨང་བླངས་ཏེ་ང་ལ་སྒེར་དུ་བསྐུར་གནང་རོགས།
staff-bot-not-yours = འདི་ལས་ཁུངས་ཀྱི་འགོ་ཁྲིད་དམ་དོ་དམ་པས་བྱེད་དགོས།
staff-bot-cut-off-done = { $name } ལ་སྦྲེལ་བའི་ཁ་པར་བཅད་ཟིན། ནང་འཛུལ་གཞན་ཡང་བཅད་ཟིན།
staff-bot-cut-off-nobody = ཐོ་མིང་འདི་མེད། ཡང་ན་ཁྱེད་ཀྱི་དོ་དམ་འོག་མེད།

## ཁ་པར་དང་ཚོགས།
staff-phones = ཁ་པར་དང་ཚོགས།
staff-phones-of = སྦྲེལ་བའི་ཁ་པར།
staff-phones-none = སྦྲེལ་བའི་ཁ་པར་མེད།
staff-phones-cut_off = ཁ་པར་བརླགས་སོང་། གཅོད་པ།
staff-phones-told = བཅད་རྗེས་ཁ་པར་དེའི་མཐེབ་ཀྱིས་མི་ཕན། དྲ་བའི་ནང་འཛུལ་ཡང་བཅད་རྒྱུ་ཡིན།
staff-phones-groups = ལས་ཁུངས་ཀྱི་ཚོགས།
staff-phones-groups-none = ཚོགས་མེད།
staff-phones-groups-told = ཚོགས་ནང་ཨང་གྲངས་དང་རིགས། དུས་བཀག་ཁོ་ན་གཏོང་། གསང་བའི་ཞུ་དོན་མི་གཏོང་།
staff-phones-group-since = སྦྲེལ་བའི་ཉིན། { $day } / སྦྲེལ་མཁན། { $name }
staff-phones-group-code = ཨང་ལེན་པ།
staff-phones-group-unlink = ཚོགས་འདི་གཅོད་པ།
staff-phones-group-send =
    འཕྲུལ་མི་ཚོགས་ནང་འཇུག་རོགས། སྐར་མ་ 10 ནང་ཁྱེད་ཀྱིས་ཚོགས་ནང་འདི་བསྐུར་གནང་རོགས།
    { $command }
staff-done-cut_off = ཁ་པར་བཅད་ཟིན། ནང་འཛུལ་ཡང་བཅད་ཟིན།
staff-done-group_off = ཚོགས་བཅད་ཟིན།
