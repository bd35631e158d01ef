# The route map: which matter it is, then whom to go to and how. Questions and paths are in paths.ftl.

guidance-matter =
    དོན་དག་གང་འདྲ་ཡིན། གཤམ་ནས་འདེམས་གནང་རོགས། རང་གི་ཚིག་གིས་བྲིས་ཀྱང་ཆོག
    སུ་ལ་ཞུ་དགོས་པ་ངོ་སྤྲོད་ཞུ་རྒྱུ་ཡིན།
guidance-card = ད་ཅི་བྱེད་དགོས། གཤམ་ནས་འདེམས་གནང་རོགས།
guidance-when =
    ང་ཚོས་ཉིན་མཐའ་མ་རྩི་རོགས་ཞུ་རྒྱུ་ཡིན། ཉིན་འདི་ལྟར་འབྲི་གནང་རོགས། 2026/5/3
    མི་དྲན་ན་“མཆོང་བ”གནོན་གནང་རོགས།
menu-guidance = སུ་ལ་ཞུ་དགོས་པ་ལྟ་བ།
button-file = ཞུ་གཏུག་ཅུས་ལ་ཞུ་བ།
button-more = ཞིབ་ཕྲ་ལྟ་བ།
button-next-path = ལམ་རྗེས་མ་ལྟ་བ།

## 卡片上的一行行
card-path = ལམ་ཁྱོན་ { $count } ཡོད། འདི་ཨང་ { $number } ཡིན། { $name }
card-only = འགྲོ་དགོས་པའི་ལམ། { $name }
card-who = སུ་ལ་ཞུ་དགོས། { $who }
card-bring = འཁྱེར་དགོས་པ། { $items }
card-by = དུས་བཀག { $time } { $counted }
card-by-other = ལམ་གཞན། { $name } { $by }
card-unread = བྲིས་པའི་ཉིན་ཧ་མ་གོ་བས། ཉིན་མཐའ་མ་རྩིས་མེད། “ཕྱིར་ལོག”གནོན་ནས་བསྐྱར་འབྲི་ཆོག
card-rough = གསུངས་པའི་ཉིན་གསལ་པོ་མེད་པས། ཉིན་སྔ་ཤོས་ནས་རྩིས་ཡོད།
card-provisional = དེ་དུས་ཀྱི་གུང་སེང་ད་དུང་གཏན་འཁེལ་མེད། ཉིན་འདི་འགྱུར་སྲིད།
card-cost = འགྲོ་གྲོན། { $cost }
card-call = ཁ་པར། { $numbers }
card-law = ཁྲིམས་གཞི། { $articles }
card-takes = དུས་ཡུན། { $time } { $counted }
card-takes-unsaid = དུས་ཡུན། ང་ཚོར་ཡོད་པའི་ཁྲིམས་ནང་ཉིན་གྲངས་བྲིས་མེད། ཕེབས་སྐབས་འདྲི་གནང་རོགས།
card-then = མ་འགྲིག་ན། { $following }
# card
card-sealed =
    དོན་དག་འདི་འདིར་མ་འབྲི་རོགས། 12388 ལ་ཁ་པར་གཏོང་གནང་རོགས།
    ཡང་ན་ { $office_above } ལ་ཞུ་གནང་རོགས།
card-length-day = ཉིན་ { $amount }
card-length-working-day = ལས་ཀའི་ཉིན་ { $amount }
card-length-month = ཟླ་བ་ { $amount }

## 找地方
button-near = གང་དུ་ཡོད་པ་ལྟ་བ།
button-other-village = གྲོང་ཚོ་གཞན་འདེམས་པ།
nearby-village =
    ཁྱེད་ཤང་ངམ་གྲོང་རྡལ་གང་གི་གྲོང་ཚོ་གང་ནས་ཡིན། ཉེ་ཤོས་ངོ་སྤྲོད་ཞུ་རྒྱུ་ཡིན།
    མི་གསུང་ན་“མཆོང་བ”གནོན་གནང་རོགས།
nearby-near = གཞན་ལྟ་དགོས་ན། གཤམ་ནས་འདེམས་གནང་རོགས།
refused-pin-unread =
    གནས་ཡུལ་ང་ཚོས་མི་ལྟ། མི་ཉར། གཤམ་ནས་གྲོང་ཚོ་འདེམས་གནང་རོགས།
    གསུང་མི་འདོད་ན་“མཆོང་བ”གནོན་གནང་རོགས།
# card
near-unit =
    { $unit }
    { $where ->
        [none] ཁ་བྱང་ད་དུང་མ་བྲིས།
       *[other] ཁ་བྱང་། { $where }
    }
    { $phone ->
        [none] ཁ་པར་ད་དུང་མ་བྲིས།
       *[other] ཁ་པར། { $phone }
    }
    { $hours ->
        [none] ལས་ཀའི་དུས་ཚོད་ད་དུང་མ་བྲིས། མ་ཕེབས་གོང་འདྲི་གནང་རོགས།
       *[other] དུས་ཚོད། { $hours }
    }
near-unit-unknown =
    { $unit }
    ཁ་བྱང་དང་ཁ་པར་ད་དུང་མ་བྲིས།
near-authority =
    { $who }
    ཁ་བྱང་ད་དུང་མ་བྲིས།
near-walk =
    ཁྱེད་ལ་ཉེ་ཤོས། ཕེབས་ནས་འདྲི་ཆོག
    { $place }
near-county = རྫོང་མཁར།
near-ask = མ་བྲིས་པ་རྣམས་མ་ཕེབས་གོང་ 12345 ལ་འདྲི་གནང་རོགས།
near-call = ཁ་པར་གཏོང་ཡང་ཆོག { $numbers }
