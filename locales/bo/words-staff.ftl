# The words at the desk: read, corrected, decided, signed. A draft; no native reader has signed these yet.

staff-words = བསྒྱུར་ཡིག
staff-words-empty = འདི་དང་མཐུན་པའི་ཡི་གེ་མེད།
staff-words-search = ཡི་གེ་འཚོལ་བ།
staff-words-state = གནས་སྟངས།
staff-words-file = ཡིག་ཆ།
staff-words-only = བཟོ་བཅོས།
staff-words-all = ཡོངས་རྫོགས།
staff-words-find = འཚོལ་བ།
staff-words-before = སྔོན་མ།
staff-words-count = བསྡོམས་གྲངས། { $count }
staff-words-patch = བཟོ་བཅོས་ཀྱི་ཡིག་ཆ་ལེན་པ།
staff-words-patch-told = འདིའི་བཟོ་བཅོས་དང་མིང་རྟགས། མཉེན་ཆས་དོ་དམ་པས་པར་གཞི་རྗེས་མར་འཇུག་རྒྱུ།
staff-words-patch-none = ད་ལྟའི་པར་གཞི་དང་ཁྱད་པར་མེད། ཡིག་ཆ་མེད།

staff-words-state-draft = ཟིན་བྲིས།
staff-words-state-mechanical_ok = འཕྲུལ་ཆས་ཀྱིས་བཤེར་ཟིན།
staff-words-state-native_ok = བོད་ཡིག་ཀློག་མཁན་གྱིས་མིང་རྟགས་བཀོད་ཟིན།
staff-words-state-bureau_ok = ཞུ་གཏུག་ཅུས་ཀྱིས་མིང་རྟགས་བཀོད་ཟིན།
staff-words-state-needs_change = བཅོས་དགོས།
staff-words-only-waiting = མི་གཞན་གྱིས་བལྟ་རྒྱུ།
staff-words-only-live = བཅོས་ཟིན།
staff-words-only-look = བསྐྱར་དུ་བལྟ་དགོས།

staff-words-variables = འབྲི་དགོས་པའི་གྲངས་ཀ
staff-words-now = ད་ལྟ་འདི་ལྟར་བཤད་ཀྱི་ཡོད།
staff-words-released = མཉེན་ཆས་ནང་གི་ཡི་གེ
staff-words-preview = ཁ་པར་ནང་འདི་ལྟར་མཐོང་། གྲངས་ཀ་ཚང་མ་དཔེ་ཡིན།
staff-words-edit = བསྐྱར་དུ་འབྲི་བ།
staff-words-note = གསལ་བཤད། (མ་བྲིས་ཀྱང་ཆོག)
staff-words-check = ཞིབ་བཤེར།
staff-words-propose = མི་གཞན་ལ་འབུལ་སྤྲོད།
staff-words-passes = སྒྲིག་སྲོལ་དང་མཐུན།
staff-words-refuses = ནོར་བ་འདུག འབུལ་སྤྲོད་བྱེད་མི་ཐུབ།
staff-words-level-E = ནོར་བ།
staff-words-level-W = དྲན་སྐུལ།
staff-words-by = { $name } { $day } { $time }
staff-words-own = ཁྱེད་ཀྱིས་བྲིས་པ་རེད། མི་གཞན་གྱིས་བལྟ་དགོས།
staff-words-approve = མོས་མཐུན། བཀོལ་བ།
staff-words-refuse = མོས་མཐུན་མེད།
staff-words-withdraw = ཕྱིར་འཐེན།
staff-words-look =
    མཉེན་ཆས་པར་གཞི་གསར་པས་ཡི་གེ་འདི་བཅོས་འདུག
    ད་ལྟ་ད་དུང་འདིའི་བཟོ་བཅོས་བཀོལ་བཞིན་ཡོད། གང་ཞིག་བཀོལ་བ་ཐག་གཅོད་གནང་རོགས།
staff-words-unfit =
    མཉེན་ཆས་པར་གཞི་གསར་པའི་ནང་འབྲི་དགོས་པའི་གྲངས་ཀ་བརྗེས་འདུག
    འདིའི་བཟོ་བཅོས་བཀོལ་མི་ཐུབ། ད་ལྟ་མཉེན་ཆས་ནང་གི་ཡི་གེ་བཀོལ་བཞིན་ཡོད།
staff-words-keep = བཟོ་བཅོས་མུ་མཐུད་བཀོལ་བ།
staff-words-return = ཡི་གེ་འདི་ལ་ལོག་པ།
staff-words-return-from = མ་བཅོས་གོང་གི་ཡི་གེ་ལ་ལོག་པ།
staff-words-return-released = མཉེན་ཆས་ནང་གི་ཡི་གེ་ལ་ལོག་པ།
staff-words-sign = མིང་རྟགས།
staff-words-sign-told = ད་ལྟའི་ཡི་གེ་ལ་མིང་རྟགས་འགོད་པ་ཡིན། རྗེས་སུ་ཡི་གེ་བཅོས་ན་མིང་རྟགས་མི་རྩི།
staff-words-sign-native_ok = བོད་ཡིག་ཀློག་མཁན། བལྟས་ཟིན། ནོར་བ་མེད།
staff-words-sign-bureau_ok = ཞུ་གཏུག་ཅུས། བཀོལ་བར་མོས་མཐུན།
staff-words-sign-needs_change = བཅོས་དགོས་པ་འགོད་པ།
staff-words-what = གང་བཅོས་དགོས།
staff-words-history = བྱུང་རིམ།
staff-words-history-none = ད་དུང་སུས་ཀྱང་བཅོས་མེད།

staff-words-act-proposed = བཟོ་བཅོས་བཏོན་པ།
staff-words-act-approved = མོས་མཐུན། བཀོལ་བ།
staff-words-act-refused = མོས་མཐུན་མེད།
staff-words-act-withdrawn = ཕྱིར་འཐེན།
staff-words-act-replaced = བཟོ་བཅོས་གསར་པས་ཚབ་བྱས་པ།
staff-words-act-returned = མཉེན་ཆས་ནང་གི་ཡི་གེ་ལ་ལོག་པ།
staff-words-act-retired = མཉེན་ཆས་ནང་འདྲ་བ་ཡོད། བཟོ་བཅོས་མཇུག་བསྡུས་པ།
staff-words-act-kept = པར་གཞི་གསར་པ་བལྟས་ཟིན། བཟོ་བཅོས་མུ་མཐུད་བཀོལ་བ།
staff-words-act-native_ok = བོད་ཡིག་ཀློག་མཁན་གྱིས་མིང་རྟགས་བཀོད་པ།
staff-words-act-bureau_ok = ཞུ་གཏུག་ཅུས་ཀྱིས་མིང་རྟགས་བཀོད་པ།
staff-words-act-needs_change = བཅོས་དགོས།

staff-words-done-propose = འབུལ་སྤྲོད་བྱས་ཟིན། མི་གཞན་གྱིས་བལྟ་རྒྱུ་ཡིན།
staff-words-done-approve = བཀོལ་འགོ་བཙུགས་ཟིན། སྐར་ཆ་ཁ་ཤས་ནང་ས་གང་སར་བརྗེ་ངེས།
staff-words-done-end = བཟོ་བཅོས་འདི་མཇུག་བསྡུས་ཟིན།
staff-words-done-keep = ཐོ་འགོད་བྱས་ཟིན། བཟོ་བཅོས་མུ་མཐུད་བཀོལ།
staff-words-done-back = མཉེན་ཆས་ནང་གི་ཡི་གེ་སླར་བཀོལ་ཟིན། སྐར་ཆ་ཁ་ཤས་ནང་ས་གང་སར་བརྗེ་ངེས།
staff-words-done-sign = ཐོ་འགོད་བྱས་ཟིན།
staff-words-no-none = ཡི་གེ་འདི་མེད། ཡང་ན་ཁྱེད་ཀྱིས་ལྟ་མི་ཆོག
staff-words-no-allowed = ཁྱེད་ཀྱི་འགན་འཁུར་གྱིས་འདི་བྱེད་མི་ཆོག
staff-words-no-own = རང་གིས་བྲིས་པའི་ཡི་གེ་ལ་མི་གཞན་གྱིས་བལྟ་དགོས། མིང་རྟགས་ཀྱང་གཞན་གྱིས་འགོད་དགོས།
staff-words-no-overtaken = ད་ལྟ་མི་གཞན་གྱིས་ཡི་གེ་འདི་བཅོས་འདུག ད་ལྟའི་གནས་སྟངས་གཟིགས་རྗེས་སྒྲུབ་རོགས་གནང་།
staff-words-no-unchanged = ད་ལྟ་འདི་ལྟར་རེད། བཅོས་མི་དགོས།
staff-words-no-note = གང་བཅོས་དགོས་པ་འབྲི་གནང་རོགས།
staff-words-no-reader = ཡི་གེ་འདི་ལ་ཁྲིམས་ཀྱི་ནུས་པ་ཡོད། བོད་ཡིག་ཀློག་མཁན་གྱིས་མིང་རྟགས་འགོད་རྗེས་ཞུ་གཏུག་ཅུས་ཀྱིས་འགོད།
staff-words-no-rules = སྒྲིག་སྲོལ་དང་མ་མཐུན། འབུལ་སྤྲོད་མ་བྱས། ཁྱེད་ཀྱིས་བྲིས་པ་འོག་ཏུ་ཡོད།

staff-words-rule-unreadable = འབྲི་སྟངས་གོ་མ་སོང་། ཡང་ན་ཡི་གེ་མེད་པའམ། མིག་གིས་མི་མཐོང་བའི་ཡི་གེ་ཡོད། གུག་རྟགས་ཆ་ཚང་དགོས། ནང་དུ་གྲངས་ཀའི་མིང་ཁོ་ན་འབྲི།
staff-words-rule-variables = གྲངས་ཀ་སྔོན་མ་དང་མི་འདྲ། ཚང་མ་དགོས། མང་བའང་མི་ཆོག ཉུང་བའང་མི་ཆོག
staff-words-rule-references = དྲངས་པའི་ཡི་གེ་གཞན་དག་སྔོན་མ་དང་མི་འདྲ།
staff-words-rule-long = རིང་དྲགས།
staff-words-rule-taken = ཚིག་འདི་སྟོང་པ་རེད། ཡང་ན་དོན་གཞན་ཡོད།
staff-words-rule-letter = འདིའི་བོད་ཡིག་ནང་ཡིག་རྟགས་འདི་མི་བཀོལ།
staff-words-rule-normal = ཡི་གེའི་གོ་རིམ་ནོར་འདུག བསྐྱར་དུ་འབྲི་གནང་རོགས།
staff-words-rule-digits = གྲངས་ཀ་ 0-9 འབྲི་གནང་རོགས།
staff-words-rule-han = བོད་ཡིག་ནང་གི་རྒྱ་ཡིག་གུག་རྟགས་ནང་འཇོག་དགོས།
staff-words-rule-latin = བོད་ཡིག་ནང་ལ་ཏིང་ཡི་གེ་མི་བཀོལ།
staff-words-rule-mark = བོད་ཡིག་ལ་རྟགས་འདི་མི་བཀོལ།
staff-words-rule-tsheg = ཚེག་གཉིས་འདུག
staff-words-rule-shad = ཤད་གཉིས་འདུག
staff-words-rule-ending = ཤད་གོང་ང་ཡིག་ལ་ཚེག་དགོས། ཡི་གེ་གཞན་ལ་མི་དགོས།
staff-words-rule-ga = དབྱངས་མེད་པའི་ག་དང་ཀ་ཡི་རྗེས་སུ་ཤད་མི་འབྲི།
staff-words-rule-space = བར་སྟོང་མང་དྲགས་པའམ་ཉུང་དྲགས་འདུག ཤད་རྗེས་བར་སྟོང་དགོས།
staff-words-rule-line = ཡིག་ཕྲེང་གི་འགོར་རྟགས་སམ་བར་སྟོང་མི་འཇོག
staff-words-rule-last = མཇུག་ཏུ་ཚེག་འདུག
staff-words-rule-agrees = ཕྲད་དང་གོང་གི་ཡི་གེ་མི་མཐུན།
staff-words-rule-value = གྲངས་ཀའི་རྗེས་སུ་ལ། ནས། དང་། ན་ཁོ་ན་བཀོལ།
staff-words-rule-polite = ཞེ་ས་བཀོལ་གནང་རོགས།
staff-words-rule-syllable = ཚེག་ཁྱིམ་འདི་འདྲ་འབྲི་སྲོལ་མེད།
staff-words-rule-label = མཐེབ་གནོན་གྱི་ཡི་གེ་རིང་དྲགས། མང་མཐར་ཡིག་རྟགས་ 30 ཡིན།
staff-words-rule-breath = ཚིག་རིང་དྲགས། ཤད་ཀྱིས་བཅད་གནང་རོགས། མང་མཐར་ཚེག་ཁྱིམ་ 15 ཡིན།
staff-words-rule-bubble = འཕྲིན་རིང་དྲགས། མང་མཐར་ཡིག་རྟགས་ 160 དང་ཡིག་ཕྲེང་ 4 ཡིན།
staff-words-rule-term = ཚིག་འདི་ལ་ཐ་སྙད་རེའུ་མིག་ནང་བསྒྱུར་ཚུལ་གཞན་ཡོད།
staff-words-rule-sentence = ཚིག་གྲུབ་རིང་དྲགས། མང་མཐར་ཡི་གེ་ 60 ཡིན།
