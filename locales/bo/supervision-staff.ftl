# For the staff: notices owed, reminders, the three suggestions. A draft; no native reader has signed these yet.

## Notices owed
staff-owed = བརྡ་ཐོ་མ་བསྐུར་བ།
staff-owed-told-what = ཁྲིམས་ལྟར་ཞུ་མཁན་ལ་བརྡ་ཐོ་མ་འབྱོར་བ་ཚང་མ་འདིར་ཡོད། ཉིན་རེར་ཚར་དགོས།
staff-owed-none = མ་བསྐུར་བའི་བརྡ་ཐོ་མེད།
staff-owed-carry = ཁ་པར་རམ་དངོས་སུ་བརྡ་གཏོང་དགོས་པ། { $count }
staff-owed-waits = སྐུར་བཞིན་པ། { $count }
staff-owed-stuck = མ་འབྱོར།
staff-owed-by-hand = ཉིན་གཅིག་ཚར་ཡང་མ་འབྱོར།
staff-owed-on-the-way = སྐུར་བཞིན་ཡོད།
staff-owed-no-channel = དྲ་ཐོག་ནས་འབྲེལ་བ་མི་ཐུབ། མི་ཞིག་གིས་བརྡ་གཏོང་དགོས།
staff-owed-wish = ཞུ་མཁན་གྱིས་འདོད་པའི་བརྡ་གཏོང་ཐབས། { $way }
staff-owed-did-call = ཁ་པར་བཏང་ཟིན།
staff-owed-did-post = ཡི་གེ་བསྐུར་ཟིན།
staff-owed-did-handed = དངོས་སུ་སྤྲད་ཟིན།
staff-owed-since = { $day } ལ་བརྡ་གཏོང་དགོས།
staff-owed-tell = བརྡ་བཏང་ཟིན་པ་ཐོ་འགོད།
staff-owed-how = ཇི་ལྟར་བརྡ་བཏང་བ།
staff-way-call = ཁ་པར་བཏང་།
staff-way-visit = ཁྱིམ་ལ་ཕྱིན།
staff-way-post = ཡི་གེ་བསྐུར།
staff-way-handed = དངོས་སུ་སྤྲད།
staff-owed-note = གསལ་བཤད། (མ་བྲིས་ཀྱང་ཆོག)
staff-owed-note-hint = དཔེར་ན། ཁ་པར་སུས་བླངས་པ། ལན་དངོས་སུ་སྤྲད་ན། ཞུ་དོན་དེའི་ནང་འབྱོར་བ་ཐོ་འགོད་གནང་རོགས།
staff-owed-record = ཐོ་འགོད།
staff-owed-done = ཐོ་འགོད་བྱས་ཟིན།
staff-owed-told = བརྡ་ཐོ་འདི་བཏང་ཟིན།
staff-owed-means = ཇི་ལྟར་བརྡ་བཏང་བ་འདེམས་རོགས།
staff-owed-long = རིང་དྲགས། མང་མཐར་ཡི་གེ་ { $limit } ཡིན།
staff-owed-cut = སྔ་ཤོས་ { $most } འདིར་ཡོད། འདི་ཚོ་བཏང་རྗེས་གཞན་འདིར་མངོན།
staff-owed-print = བརྡ་ཐོ་པར་འདེབས།
staff-notice-receipt = འབྱོར་འཛིན།
staff-notice-forwarded = བརྒྱུད་སྤྲོད་བརྡ་ཐོ།
staff-notice-accepted = དང་ལེན་བརྡ་ཐོ།
staff-notice-asked = ཁ་སྣོན་འདྲི་བ།
staff-notice-answered = ལན་འདེབས།
staff-notice-withdrawn = ཕྱིར་འཐེན་བརྡ་ཐོ།
staff-notice-review_asked = བསྐྱར་ཞིབ་ཀྱི་རེ་ཞུ་འབྱོར་བ།
staff-notice-reviewed = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར།
staff-notice-rereview_asked = བསྐྱར་བཤེར་གྱི་རེ་ཞུ་འབྱོར་བ།
staff-notice-concluded = བསྐྱར་བཤེར་གྱི་བསམ་འཆར།
staff-notice-declined = དང་ལེན་མི་བྱེད་པའི་བརྡ་ཐོ།
staff-notice-redirected = གོ་རིམ་གཞན་ལ་ཁྲིད་པའི་བརྡ་ཐོ།
staff-notice-fed_back = སྒྲུབ་བཞིན་པའི་གནས་ཚུལ།
staff-notice-settled = འདུམ་སྒྲིག་གི་འབྲས་བུ།
staff-notice-extended = དུས་འགྱངས་བརྡ་ཐོ།
staff-notice-corrected = བཟོ་བཅོས་བརྡ་ཐོ།
staff-notice-retaliation = དགྲ་ལན་སློག་པའི་སྐོར་འབྱོར་བ།
staff-move-told = བརྡ་གཏོང་བ།
staff-move-remind = དྲན་སྐུལ།

## Reminders
staff-supervision = ལྟ་སྐུལ།
staff-supervision-seen = དྲན་སྐུལ་བལྟས་ཟིན་པ་ཐོ་འགོད་བྱས་ཟིན།
staff-supervision-suggested = བསམ་འཆར་ཐོ་འགོད་བྱས་ཟིན།
staff-supervision-fed = ལན་ཐོ་འགོད་བྱས་ཟིན།
staff-supervision-acted = ལྟ་སྐུལ་ཐོ་འགོད་བྱས་ཟིན།
staff-supervision-came-of = ལྟ་སྐུལ་གྱི་མཇུག་འབྲས་ཐོ་འགོད་བྱས་ཟིན།
staff-reminders = ཁྱེད་ལ་དྲན་སྐུལ།
staff-reminders-none = ད་ལྟ་དྲན་སྐུལ་མེད།
staff-reminders-seen = ཚང་མ་བལྟས་ཟིན།
staff-stage-half = དུས་ཡུན་ཕྱེད་ཀ་ཚར་ཟིན།
staff-stage-due = དེ་རིང་དུས་བཀག་ཡིན།
staff-stage-promise_over = ཁས་བླངས་པའི་ཉིན་ཡོལ་ཟིན།
staff-stage-limit_over = ཁྲིམས་ཀྱི་དུས་བཀག་ཡོལ་ཟིན།
staff-alert-half = དུས་ཡུན་ཕྱེད་ཀ་ཚར་ཟིན།
staff-alert-promise_over = ཁས་བླངས་པའི་ཉིན་ཡོལ་ཟིན།
staff-alert-limit_over = ཁྲིམས་ཀྱི་དུས་བཀག་ཡོལ་ཟིན།

## Acts of supervision
staff-acts = ལྟ་སྐུལ་གྱི་ཐོ།
staff-acts-law = དུས་འགྱངས་སོགས་བྱུང་ན་ལྟ་སྐུལ་བྱེད་དགོས། མཇུག་འབྲས་འདིར་འབྲི། (第四十条)
staff-acts-none = ལྟ་སྐུལ་མེད།
staff-act-new = ལྟ་སྐུལ་ཞིག་ཐོ་འགོད།
staff-act-of-no-case = ཞུ་དོན་གཅིག་ཁོ་ནའི་མིན་ན་འདིར་འབྲི། དཔེར་ན། བརྡ་ཁྱབ། གཅིག་ཁོ་ནའི་ཡིན་ན་ཞུ་དོན་དེའི་ནང་འབྲི།
staff-act-on = ཉིན་གང་ལ།
staff-act-words = ལྟ་སྐུལ་གྱི་ནང་དོན།
staff-act-came-of = ལྟ་སྐུལ་གྱི་མཇུག་འབྲས།
staff-act-nothing-yet = མཇུག་འབྲས་མ་བྲིས།
staff-act-tell = མཇུག་འབྲས་ཐོ་འགོད།
staff-act-not-allowed = ལྟ་སྐུལ་མི་སྣ་དང་ཞུ་གཏུག་ཅུས་ཀྱི་འགན་འཁུར་བ་ཁོ་ནས་ཐོ་འགོད་བྱེད་ཆོག
staff-act-unit = ལས་ཁུངས་འདེམས་རོགས།
staff-act-means = ལྟ་སྐུལ་ཇི་ལྟར་བྱས་པ་འདེམས་རོགས།
staff-act-day = ཉིན་འབྲི་རོགས། མ་འོངས་པའི་ཉིན་འབྲི་མི་ཆོག
staff-act-text = ནང་དོན་འབྲི་རོགས།
staff-act-too-long = རིང་དྲགས་འདུག ཐུང་ཙམ་འབྲི་རོགས།
staff-act-gone = ལྟ་སྐུལ་འདི་མེད། ཡང་ན་ཁྱེད་ལ་དབང་ཚད་མེད།

## The three suggestions
staff-suggestions = བསམ་འཆར་རིགས་གསུམ།
staff-suggestions-law =
    ལས་ཀ་ལེགས་བཅོས། སྲིད་ཇུས་འཐུས་སྒོ་ཚང་བ། འགན་འཁྲི་འདེད་པ།
    ལས་ཁུངས་ཀྱིས་ཡི་གེའི་ཐོག་ནས་ལན་འདེབས་དགོས། (第四十条)
staff-suggestions-none = བསམ་འཆར་མེད།
staff-suggest = བསམ་འཆར་འདོན་པ།
staff-suggest-what = རིགས་གང་།
staff-suggest-improve_work = ལས་ཀ་ལེགས་བཅོས།
staff-suggest-complete_policy = སྲིད་ཇུས་འཐུས་སྒོ་ཚང་བ།
staff-suggest-hold_to_account = འགན་འཁྲི་འདེད་པ།
staff-suggest-to = ལས་ཁུངས་གང་ལ།
staff-suggest-case = ཞུ་དོན་གང་ནས། (ཨང་གྲངས། མ་བྲིས་ཀྱང་ཆོག)
staff-suggest-words = བསམ་འཆར་གྱི་ནང་དོན།
staff-suggest-waits = ཡི་གེའི་ལན་སྒུག་བཞིན་ཡོད།
staff-suggest-not-allowed = ཞུ་གཏུག་ཅུས་ཀྱི་ལས་དོན་མི་སྣ་ཁོ་ནས་བསམ་འཆར་འདོན་ཆོག
staff-suggest-kind = བསམ་འཆར་རིགས་གང་ཡིན་འདེམས་རོགས།
staff-suggest-unit = ལས་ཁུངས་འདེམས་རོགས།
staff-suggest-number = ཨང་གྲངས་ནོར་འདུག ཡང་བསྐྱར་གཟིགས་རོགས།
staff-suggest-text = ནང་དོན་འབྲི་རོགས།
staff-suggest-too-long = རིང་དྲགས་འདུག ཐུང་ཙམ་འབྲི་རོགས།
staff-suggest-adopted = བསམ་འཆར་བླངས་མིན་འདེམས་རོགས།
staff-suggest-answered = ལན་བཏབ་ཟིན། ཡང་ན་བསམ་འཆར་འདི་འདིར་མེད།
staff-feedback = ཡི་གེའི་ལན་ཐོ་འགོད།
staff-feedback-adopted = བསམ་འཆར་བླངས་མིན།
staff-feedback-words = ལན་གྱི་ནང་དོན།
staff-adopted-whole = བླངས་ཟིན།
staff-adopted-part = ཆ་ཤས་བླངས་ཟིན།
staff-adopted-not = མ་བླངས།
