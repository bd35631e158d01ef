# For the staff: what stands beside a case, kept replies, the translators' list. A draft; no native reader has signed these yet.

## Beside a case
staff-method = བརྡ་གཏོང་གཉིས། ལན་གཅིག ཐུག་འཕྲད་གསུམ། ལམ་སྟོན་གཅིག
staff-method-owed = ད་དུང་མ་བྱས།
staff-method-none = མ་བྱས།
staff-case-keys = མཐེབ་གཞོང་།
staff-keys-moves = སྒྲུབ་ཐབས།
staff-keys-note = ཟིན་བྲིས།
staff-keys-print = པར་འདེབས།
staff-keys-list = ཐོ་གཞུང་།
staff-transcript = སྒྲ་ཕབ་ཀྱི་ནང་དོན།
staff-transcript-keep = ཐོ་འགོད།
staff-move-transcript = སྒྲ་ཕབ་ཐོ་འགོད།
staff-done-transcript = སྒྲ་ཕབ་ཀྱི་ནང་དོན་ཐོ་འགོད་བྱས་ཟིན།
staff-notes = ལས་ཀའི་ཟིན་བྲིས།
staff-notes-who = ཞུ་དོན་འདི་ལྟ་ཆོག་པའི་ལས་དོན་མི་སྣ་ཁོ་ནས་མཐོང་། ཞུ་མཁན་གྱིས་མི་མཐོང་།
staff-note-add = ཟིན་བྲིས་འབྲི་བ།
staff-done-note = ཐོ་འགོད་བྱས་ཟིན།
staff-related = འབྲེལ་བ་ཡོད་པའི་ཞུ་དོན།
staff-related-add = མཉམ་དུ་འཇོག་པ།
staff-related-hint = ཁྱེད་ཀྱིས་ཤེས་པའི་དོན་གཅིག་པའི་ཨང་གྲངས་འབྲི། མ་ལག་གིས་རང་འགུལ་གྱིས་མི་བསྡུར།
staff-related-number = ཞུ་དོན་གཞན་པའི་ཨང་གྲངས།
staff-related-part = ཁ་འབྲལ་བ།
staff-done-related = བཟོ་བཅོས་བྱས་ཟིན།
staff-beside-empty = ནང་དོན་འབྲི་རོགས།
staff-beside-long = རིང་དྲགས་འདུག ཐུང་ཙམ་འབྲི་རོགས།

## Kept replies
staff-replies = ལན་གྲ་སྒྲིག
staff-replies-what = སྐད་ཡིག་གཉིས་ཀྱིས་བྲིས་ཏེ་བཞག་པ། ཞུ་མཁན་གྱིས་ཀློག་པའི་སྐད་ཡིག་ལྟར་འགོད།
staff-replies-new = ལན་གྲ་སྒྲིག་གསར་པ།
staff-replies-hint = ནང་དུ་འདི་དག་འབྲི་ཆོག
staff-replies-of-number = ཨང་གྲངས།
staff-replies-of-unit = སྒྲུབ་མཁན་ལས་ཁུངས།
staff-replies-of-day = དེ་རིང་།
staff-replies-of-phone = ཁ་པར།
staff-replies-title_zh = མིང་། (རྒྱ་ཡིག)
staff-replies-title_bo = མིང་། (བོད་ཡིག)
staff-replies-text_zh = ནང་དོན། (རྒྱ་ཡིག)
staff-replies-text_bo = ནང་དོན། (བོད་ཡིག)
staff-replies-for-all = ལས་ཁུངས་ཚང་མས་སྤྱོད་ཆོག
staff-replies-all = ལས་ཁུངས་ཚང་མ།
staff-replies-end = མཚམས་འཇོག
staff-replies-none = ལན་གྲ་སྒྲིག་མེད།
staff-replies-fill = ལན་གྲ་སྒྲིག་འགོད་པ།
staff-replies-both = སྐད་ཡིག་གཉིས་ཀ་འབྲི་དགོས།
staff-replies-long = རིང་དྲགས་འདུག ཐུང་ཙམ་འབྲི་རོགས།
staff-replies-variables = གུག་རྟགས་ནང་གི་ཚིག་ངོ་མ་ཤེས།
staff-replies-not-allowed = ལས་ཁུངས་ཚང་མའི་ལན་གྲ་སྒྲིག་ཞུ་གཏུག་ཅུས་ཀྱིས་འབྲི།
staff-replies-made = ཉར་ཚགས་བྱས་ཟིན།
staff-replies-ended = མཚམས་བཞག་ཟིན།

## The translators' list
staff-translating = བོད་ཡིག་སྒུག་པ།
staff-translating-what = བོད་ཡིག་ཀློག་མཁན་ལ་རྒྱ་ཡིག་གིས་བྲིས་པ་ཐོག་མར་འདིར་འབྱོར། བོད་ཡིག་བྲིས་རྗེས་བསྐུར། དུས་ཡུན་མུ་མཐུད་རྩི།
staff-translating-tibetan = བོད་ཡིག
staff-translating-send = བསྐུར་བ།
staff-translating-back = ཕྱིར་སྤྲོད།
staff-translating-none = བསྒྱུར་དགོས་པ་མེད།
staff-held = བོད་ཡིག་སྒུག་པའི་ལན།
staff-held-waiting = བོད་ཡིག་སྒུག་བཞིན་ཡོད།
staff-held-made = བོད་ཡིག་བྲིས་ནས་བསྐུར་ཟིན།
staff-held-given_back = ཕྱིར་སྤྲད་ཟིན།
staff-held-as_written = བོད་ཡིག་མ་སྒུག་པར་རྒྱ་ཡིག་གིས་བསྐུར་ཟིན།
staff-held-due = ཁྲིམས་ལྟར་ན་འཕྱི་ཤོས་ { $day } ཡིན། { $left }
staff-held-no-tibetan = བོད་ཡིག་གིས་འབྲི་རོགས།
staff-held-overtaken = འདི་ད་ལྟ་བྱེད་མི་ཐུབ། མ་བསྐུར་བར་འབྲི་མཁན་ལ་ཕྱིར་སྤྲད་ཟིན།
staff-held-gone = གཞན་གྱིས་སྒྲུབ་ཟིན།
staff-held-as-chinese = རྒྱ་ཡིག་གིས་བསྐུར་བ།
staff-held-hint = ཞུ་མཁན་འདིས་བོད་ཡིག་ཀློག རྒྱ་ཡིག་གིས་བྲིས་ན་ཐོག་མར་བསྒྱུར་དགོས། ཛ་དྲག་ཡིན་ན་རྒྱ་ཡིག་གིས་བསྐུར་ཆོག
staff-done-held = བསྒྱུར་མཁན་ལ་སྤྲད་ཟིན། བོད་ཡིག་བྲིས་ན་བསྐུར།
staff-done-as_written = རྒྱ་ཡིག་གིས་བསྐུར་ཟིན།
