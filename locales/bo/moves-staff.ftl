# For the staff: every move, what it carries, its clocks. A draft; no native reader has signed these yet.

## 事情到了哪一步
staff-status-objected = ལས་ཁུངས་ཀྱིས་མི་དབང་བ་བཤད་པ།
staff-status-returned = ཞུ་གཏུག་ཅུས་ལ་ཕྱིར་སྤྲད་ཟིན།
staff-status-declined = དང་ལེན་མ་བྱས།
staff-status-redirected = གོ་རིམ་གཞན་ལ་ཁྲིད་ཟིན།
staff-status-settled = གྲོས་མཐུན་བྱུང་ཟིན།

## 办法
staff-move-object = རང་ལ་མི་དབང་བ་བཤད་པ། (异议)
staff-move-uphold_objection = མི་དབང་བར་མོས་མཐུན་དང་ཕྱིར་ལེན།
staff-move-refuse_objection = མི་དབང་བར་མོས་མཐུན་མེད།
staff-move-decline = དང་ལེན་མི་བྱེད་པ།
staff-move-redirect = གོ་རིམ་གཞན་ལ་ཁྲིད་པ།
staff-move-meet = ཐུག་འཕྲད་ཐོ་འགོད།
staff-move-feed_back = གནས་ཚུལ་བརྡ་གཏོང་བ།
staff-move-mediate = འདུམ་སྒྲིག་ཐོ་འགོད།
staff-move-extend = དུས་འགྱངས།
staff-move-carry_out = ལག་བསྟར་ཐོ་འགོད།
staff-move-hear = གཏུགས་ཉན་ཐོ་འགོད། (听证)
staff-move-supervise = ལྟ་སྐུལ།
staff-move-report_upward = ཛ་དྲག་སྙན་ཞུ།
staff-move-correct = སྔོན་གྱི་ནོར་བ་བཅོས་པ།
staff-move-recount = ཚེས་གྲངས་གཏན་འཁེལ།

staff-told-object =
    རང་ལ་མི་དབང་ན། འབྱོར་ནས་ལས་ཀའི་ཉིན་ 5 ནང་རྒྱུ་མཚན་ཞིབ་ཏུ་བཤད་དགོས། (第二十三条)
    ཞུ་གཏུག་ཅུས་ཀྱིས་བལྟས་ནས་ཕྱིར་ལེན་པའམ་ཁྱེད་ལ་སྤྲོད་ངེས།
staff-told-uphold_objection = ཕྱིར་བླངས་རྗེས་ལས་ཁུངས་གཞན་ལ་སྤྲོད་དགོས། ཞུ་གཏུག་ཅུས་ཀྱི་ཉིན་ 15 བསྐྱར་དུ་མི་རྩི།
staff-told-refuse_objection = ལས་ཁུངས་འདིས་དང་ལེན་བྱེད་དགོས། ཉིན་ 15 མུ་མཐུད་རྩི། ཡང་བསྐྱར་བཤད་མི་ཆོག
staff-told-decline =
    གནས་ཚུལ་གཉིས་ཁོ་ན་ཆོག འོག་རིམ་གྱིས་དང་ལེན་བྱས་པའམ་སྒྲུབ་བཞིན་ཡོད་པ། (第十九条) ཡང་ན་མཇུག་སྒྲིལ་ཟིན་པ། (第三十六条)
    རང་ལ་མི་དབང་ན། མི་དབང་བ་བཤད་པའམ་གོ་རིམ་གཞན་ལ་ཁྲིད། དང་ལེན་བྱེད་དགོས་པ་མ་བྱས་ན་འགན་འདེད། (第四十四条)
staff-told-redirect =
    གཏུག་བཤེར་དང་འདུམ་གཅོད། བསྐྱར་གྲོས་ལྟ་བུ་དགོས་ན། གོ་རིམ་དེ་ལ་ཁྲིད། (第三十一条)
    གྱོད་དོན་སྲིད་ཁྲིམས་ལས་ཁུངས་ལ་དང་། ཐེར་འདོན་སྒྲིག་ཁྲིམས་ཞིབ་བཤེར་ལ་སྤྲོད། (第二十二条) ཞུ་མཁན་ལ་བརྡ་ཐོ་འབྱོར་ངེས།
staff-told-meet = ཐུག་འཕྲད་ཐེངས་གསུམ། འགོ་འཛུགས་དང་བར་སྐབས། ལན་འདེབས་སྐབས། ཅི་བཤད་པ་མདོར་བསྡུས་འབྲི།
staff-told-feed_back = ཞུ་མཁན་ལ་སྒྲུབ་བཞིན་པའི་གནས་ཚུལ་བཤད། བརྡ་ཐོའི་ནང་ནང་དོན་མི་འབྲི། ཁ་ཕྱེ་ན་མཐོང་།
staff-told-mediate =
    ཕྱོགས་གཉིས་མོས་མཐུན་བྱས་ན་འདུམ་སྒྲིག་ཆོག (第三十三条)
    གྲོས་མཐུན་བྱུང་ན་ནང་དོན་འབྲི། ལན་འདེབས་མི་དགོས། མ་བྱུང་ན་རྒྱུན་ལྟར་སྒྲུབ།
staff-told-extend = ཐེངས་གཅིག་ཁོ་ན། མང་མཐར་ཉིན་ 30 ཡིན། ཉིན་ 60 མ་ཚང་གོང་ཆོག་མཆན་དགོས། (第三十四条) རྒྱུ་མཚན་ཞུ་མཁན་གྱིས་མཐོང་།
staff-told-carry_out = རྒྱབ་སྐྱོར་བྱས་པའི་དོན་དག་ཅི་སྒྲུབ་པ་དང་ནམ་སྒྲུབ་པ་འདིར་ཐོ་འགོད། (第三十二条)
staff-told-hear = བསྐྱར་བཤེར་སྐབས་གཏུགས་ཉན་ལ་ཉིན་ག་ཚོད་སོང་བ་འདིར་འབྲི། ཉིན་ 30 ནང་མི་རྩི། (第三十六条)
staff-told-supervise = ཇི་ལྟར་ལྟ་སྐུལ་བྱས་པ་དང་མཇུག་འབྲས་འདིར་ཐོ་འགོད། (第四十条)
staff-told-report_upward = མིའི་ཚེ་སྲོག་ལ་ཉེན་ཁ་ཡོད་ན་ཁོ་ན། (第二十五条) ཞུ་མཁན་གྱི་བསམ་ཚུལ་ནི་སྙན་ཞུའི་རྒྱུ་མཚན་མིན།
staff-told-correct =
    སྔོན་གྱི་བྱེད་པ་ནོར་ན་འདིར་མེད་པར་བཟོ། གནས་སྟངས་དང་ལས་ཁུངས། དུས་བཀག་སྔར་བཞིན་འགྱུར།
    གཉིས་ཀ་ཐོ་ལ་གནས། ཞུ་མཁན་ལ་ཡང་བསྐྱར་བརྡ་ཐོ་འབྱོར་ངེས།
staff-undoes = ད་ལྟ་མེད་པར་བཟོ་རྒྱུ། { $move }

staff-done-object = བཤད་ཟིན། ཞུ་གཏུག་ཅུས་ཀྱིས་ཞིབ་བཤེར་བྱེད་ངེས།
staff-done-uphold_objection = ཕྱིར་བླངས་ཟིན། ལས་ཁུངས་གཞན་ལ་སྤྲོད་གནང་རོགས།
staff-done-refuse_objection = སྔོན་གྱི་ལས་ཁུངས་ལ་སྤྲད་ཟིན།
staff-done-decline = དང་ལེན་མི་བྱེད་པ་ཐོ་འགོད་བྱས་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-redirect = གོ་རིམ་གཞན་ལ་ཁྲིད་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-meet = ཐུག་འཕྲད་ཐོ་འགོད་བྱས་ཟིན།
staff-done-feed_back = གནས་ཚུལ་བཤད་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-mediate = འདུམ་སྒྲིག་ཐོ་འགོད་བྱས་ཟིན།
staff-done-extend = དུས་འགྱངས་བྱས་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-carry_out = ལག་བསྟར་ཐོ་འགོད་བྱས་ཟིན།
staff-done-hear = གཏུགས་ཉན་ཐོ་འགོད་བྱས་ཟིན། དུས་བཀག་ཕྱིར་འགྱངས་བྱས་ཟིན།
staff-done-supervise = ལྟ་སྐུལ་ཐོ་འགོད་བྱས་ཟིན།
staff-done-report_upward = ཛ་དྲག་སྙན་ཞུ་ཐོ་འགོད་བྱས་ཟིན།
staff-done-correct = བཅོས་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།

## 要填的
staff-part-assisting = རོགས་རམ་ལས་ཁུངས། (མ་བདམས་ཀྱང་ཆོག)
staff-part-ground = དང་ལེན་མི་བྱེད་པའི་རྒྱུ་མཚན།
staff-part-path = གོ་རིམ་གང་།
staff-part-authority = སུས་ཐག་གཅོད་པ།
staff-part-led = ཇི་ལྟར་ཁྲིད་པ།
staff-part-amount = དངུལ་ག་ཚོད། (元) (མ་བྲིས་ཀྱང་ཆོག)
staff-part-meeting = ཐུག་འཕྲད་གང་།
staff-part-agreed = གྲོས་མཐུན་བྱུང་མིན།
staff-part-days = ཉིན་ག་ཚོད་འགྱངས་པ། (མང་མཐར་ 30)
staff-part-hearing_days = གཏུགས་ཉན་གྱི་ཉིན་གྲངས།
staff-part-done_on = ནམ་སྒྲུབ་པ།
staff-part-signed_on = མིང་རྟགས་ནམ་བཀོད་པ། (དེ་རིང་ཡིན་ན་མ་བྲིས་ཀྱང་ཆོག)
staff-part-means = ལྟ་སྐུལ་ཇི་ལྟར་བྱས་པ།
staff-part-danger = ཉེན་ཁ་གང་།
staff-part-undone = མེད་པར་བཟོས་པ།
staff-reason-object = རང་ལ་མི་དབང་བའི་རྒྱུ་མཚན།
staff-reason-uphold_objection = ཞིབ་བཤེར་གྱི་གནས་ཚུལ།
staff-reason-refuse_objection = མོས་མཐུན་མེད་པའི་རྒྱུ་མཚན།
staff-reason-decline = ཞུ་མཁན་ལ་བཤད་རྒྱུའི་རྒྱུ་མཚན་དང་ལམ།
staff-reason-redirect = ཞུ་མཁན་ལ་བཤད་རྒྱུ། (མ་བྲིས་ཀྱང་ཆོག)
staff-reason-extend = དུས་འགྱངས་ཀྱི་རྒྱུ་མཚན།
staff-reason-correct = ནོར་བ་གང་ཡིན།
staff-reason-hear = གཏུགས་ཉན་གྱི་གནས་ཚུལ། (མ་བྲིས་ཀྱང་ཆོག)
staff-text-meet = ཐུག་འཕྲད་སྐབས་ཅི་བཤད་པ།
staff-text-feed_back = ཞུ་མཁན་ལ་བཤད་རྒྱུའི་གནས་ཚུལ།
staff-text-mediate = གྲོས་མཐུན་གྱི་ནང་དོན། ཡང་ན་མ་བྱུང་བའི་གནས་ཚུལ།
staff-text-carry_out = ཅི་སྒྲུབ་པ།
staff-text-supervise = ལྟ་སྐུལ་གྱི་གནས་ཚུལ་དང་མཇུག་འབྲས།
staff-text-report_upward = ཅི་བྱུང་བ་དང་ཅི་བསྒྲུབས་པ།
staff-ground-in_hand = འོག་རིམ་གྱིས་དང་ལེན་བྱས་པའམ་སྒྲུབ་བཞིན་པ། (第十九条)
staff-ground-concluded = མཇུག་སྒྲིལ་ཟིན། དོན་དངོས་དང་རྒྱུ་མཚན་གཅིག་པ། (第三十六条)
staff-path-litigation = གཏུག་བཤེར། (诉讼)
staff-path-reconsideration = སྲིད་འཛིན་བསྐྱར་གྲོས། (行政复议)
staff-path-arbitration = འདུམ་གཅོད། (仲裁)
staff-path-procuratorate = ཞིབ་དཔྱོད་ཁང་གི་ལྟ་སྐུལ། (检察监督)
staff-path-police = ཉེན་རྟོག་པའི་གོ་རིམ། (公安)
staff-path-discipline = སྒྲིག་ཁྲིམས་ཞིབ་བཤེར། (纪检监察)
staff-path-party = ཏང་མིའི་ཞུ་གཏུག (党员申诉)
staff-path-administrative = སྲིད་འཛིན་གྱི་གོ་རིམ། (行政程序)
staff-led-sent = ཡིག་ཆ་སྤྲོད་པ།
staff-led-guided = ཞུ་མཁན་རང་ལ་ལམ་སྟོན་པ།
staff-meeting-first = འགོ་འཛུགས་སྐབས།
staff-meeting-midway = སྒྲུབ་བཞིན་པའི་སྐབས།
staff-meeting-answer = ལན་འདེབས་སྐབས།
staff-agreed-yes = བྱུང་ཟིན།
staff-agreed-no = མ་བྱུང་།
staff-means-call = ཁ་པར།
staff-means-letter = འཕྲིན་ཡིག
staff-means-visit = དངོས་སུ་ཕེབས་པ།
staff-means-listing = མིང་ཐོ་བཀལ་བ། (挂牌)
staff-means-circular = བརྡ་ཁྱབ།
staff-danger-life = མིའི་ཚེ་སྲོག་གམ་བདེ་ཐང་ལ་ཉེན་ཁ་ཡོད་པ།
staff-danger-fire = མེ་སྐྱོན་དང་འབར་གས།
staff-danger-disaster = ཆུ་ལོག་དང་ས་རུད། གངས་སྐྱོན། ས་ཡོམ། ཁང་པ་རྡིབ་པ།
staff-danger-disease = ནད་ཡམས་དང་དུག
staff-danger-other = མི་ལ་ཉེན་ཁ་གཞན།
staff-days-of = ཉིན་ { $days }
staff-yuan = སྒོར་ { $amount }
staff-case-assisting = རོགས་རམ་ལས་ཁུངས། { $units }

## 期限
staff-term-own_limit = ལན་འདེབས། (ཁྲིམས་རང་གི་དུས་བཀག)
staff-term-confirmation = ཁྲིམས་ཁང་ལ་གཏན་འཁེལ་ཞུ་བ། (司法确认)
staff-term-closing_answered = ཡིག་ཚགས་སུ་འཇོག་པ།
staff-term-closing_led = ཡིག་ཚགས་སུ་འཇོག་པ།
staff-clock-units = ལས་ཁུངས་ཀྱིས་སྤྱད་ཆོག དུས་བཀག་མིན།
staff-clock-closing = དུས་ལ་བབས་ན་ཡིག་ཚགས་སུ་འཇོག སུས་ཀྱང་སྒྲུབ་མི་དགོས།

## 不行的时候
staff-refused-not_a_number = གྲངས་ཀ་ཧྲིལ་པོ་འབྲི་གནང་རོགས། ཆེ་དྲགས་མི་རུང་། { $part }
staff-refused-not_a_day = ཐོ་འགོད་རྗེས་དང་དེ་རིང་ཡན་གྱི་ཚེས་གྲངས་འབྲི་གནང་རོགས། { $part }
staff-refused-not_since_answer = ལན་བཏབ་རྗེས་དང་དེ་རིང་ཡན་གྱི་ཚེས་གྲངས་འབྲི་གནང་རོགས། { $part }
staff-refused-not_money = གྲངས་ཀ་ཁོ་ན་འབྲི་གནང་རོགས། དཔེར་ན་ 1234.50 ལྟ་བུ། { $part }

## 工作人员的 Telegram
staff-bot-choose-ground = དང་ལེན་མི་བྱེད་པའི་རྒྱུ་མཚན་གང་ཡིན།
staff-bot-choose-meeting = ཐུག་འཕྲད་གང་ཡིན།
staff-bot-choose-agreed = གྲོས་མཐུན་བྱུང་ངམ།
staff-bot-choose-means = ལྟ་སྐུལ་ཇི་ལྟར་བྱས་སོང་།
staff-bot-choose-danger = ཉེན་ཁ་གང་ཡིན།
staff-bot-write-object = འཕྲིན་འདིར་ལན་སློག་ནས་རང་ལ་མི་དབང་བའི་རྒྱུ་མཚན་འབྲི་གནང་རོགས།
staff-bot-write-uphold_objection = འཕྲིན་འདིར་ལན་སློག་ནས་ཞིབ་བཤེར་གྱི་གནས་ཚུལ་འབྲི་གནང་རོགས།
staff-bot-write-refuse_objection = འཕྲིན་འདིར་ལན་སློག་ནས་མོས་མཐུན་མེད་པའི་རྒྱུ་མཚན་འབྲི་གནང་རོགས།
staff-bot-write-decline = འཕྲིན་འདིར་ལན་སློག་ནས་རྒྱུ་མཚན་དང་ལམ་འབྲི་གནང་རོགས། ཞུ་མཁན་གྱིས་མཐོང་།
staff-bot-write-meet = འཕྲིན་འདིར་ལན་སློག་ནས་ཐུག་འཕྲད་སྐབས་ཅི་བཤད་པ་འབྲི་གནང་རོགས།
staff-bot-write-feed_back = འཕྲིན་འདིར་ལན་སློག་ནས་ཞུ་མཁན་ལ་བཤད་རྒྱུ་འབྲི་གནང་རོགས།
staff-bot-write-mediate = འཕྲིན་འདིར་ལན་སློག་ནས་གྲོས་མཐུན་ནམ་མ་བྱུང་བའི་གནས་ཚུལ་འབྲི་གནང་རོགས།
staff-bot-write-supervise = འཕྲིན་འདིར་ལན་སློག་ནས་ལྟ་སྐུལ་དང་མཇུག་འབྲས་འབྲི་གནང་རོགས།
staff-bot-write-report_upward = འཕྲིན་འདིར་ལན་སློག་ནས་ཅི་བྱུང་བ་དང་ཅི་བསྒྲུབས་པ་འབྲི་གནང་རོགས།
staff-bot-write-correct = འཕྲིན་འདིར་ལན་སློག་ནས་ནོར་བ་གང་ཡིན་པ་འབྲི་གནང་རོགས།
staff-alert-objected = ལས་ཁུངས་ཀྱིས་མི་དབང་བ་བཤད་འདུག
staff-alert-returned = མོས་མཐུན་བྱས་ནས་ཕྱིར་བླངས་ཟིན།
staff-alert-refused = མོས་མཐུན་མ་བྱས། དང་ལེན་གནང་རོགས།
staff-alert-corrected = སྔོན་གྱི་ནོར་བ་བཅོས་ཟིན།
