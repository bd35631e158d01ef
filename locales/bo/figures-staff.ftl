# Figures on the desk, activities, the yearly report. A draft; no native reader has signed these yet.

## 页面
staff-figures = སྡོམ་རྩིས།
staff-figures-month = ཟླ་འདི།
staff-figures-quarter = དུས་ཚིགས་འདི།
staff-figures-year = ད་ལོ།
staff-figures-last-year = ན་ནིང་།
staff-figures-since = འགོ་འཛུགས་ཉིན།
staff-figures-until = མཇུག་གི་ཉིན།
staff-figures-show = ལྟ་བ།
staff-figures-own = ངས་མཐོང་ཐུབ་པ།
staff-figures-county = རྫོང་ཡོངས།
staff-figures-period = { $since } ནས་ { $until }
staff-figures-name = རྣམ་གྲངས།
staff-figures-now = ད་ཐེངས།
staff-figures-before = ན་ནིང་གི་དུས་འདི།
staff-figures-change = འཕེལ་འགྲིབ།
staff-figures-matters = དོན་གྲངས།
staff-figures-persons = མི་ཐེངས།
staff-figures-how = རྩི་སྟངས།
staff-figures-none = བསྡུར་ས་མེད།
staff-figures-hidden = མི་སྟོན།
staff-figures-hidden-told =
    ཁྱེད་ལ་དོན་དག་འདི་དག་མཐོང་མི་དབང་།
    དེར་བརྟེན་ 5 ལས་ཉུང་བའི་གྲངས་མི་སྟོན།
staff-figures-years-only = རྫོང་ཡོངས་ཀྱི་གྲངས་ནི་རྫོགས་ཟིན་པའི་ལོ་ཁོ་ན་གཟིགས་ཆོག
staff-figures-wrong-period = ཚེས་གྲངས་ནོར་འདུག ཡང་བསྐྱར་འདེམས་གནང་རོགས།
staff-figures-get = ཕྱིར་འདོན།
staff-figures-report = ལོའི་སྙན་ཞུ།
staff-figures-report-zh = རྒྱ་ཡིག
staff-figures-report-bo = བོད་ཡིག
staff-figures-rows-empty = ཁྱེད་ཀྱིས་མཐོང་ཐུབ་པའི་དོན་དག་མེད།
staff-figures-back = སྡོམ་རྩིས་ལ་ལོག་པ།
staff-figures-as-of = { $day } ལ་ཡོད་པའི་གནས་སྟངས་ལྟར་བརྩིས་པ།

## 部分
staff-figure-part-registered = ཐོ་འགོད།
staff-figure-part-outcome = སྒྲུབ་པའི་འབྲས་བུ།
staff-figure-part-rates = བརྒྱ་ཆའི་གྲངས།
staff-figure-part-supervised = བརྒྱུད་སྤྲོད་དང་ལྟ་སྐུལ། (督办)
staff-figure-part-owed = བུ་ལོན་དང་གཏུག་བཤེར།
staff-figure-part-received = འགོ་ཁྲིད་ཀྱི་སྣེ་ལེན་དང་རྩོད་གཞི་ཞིབ་བཤེར།
staff-figure-part-outreach = དྲིལ་བསྒྲགས་དང་སྦྱོང་བརྡར།
staff-figure-part-suggested = བསམ་འཆར་རིགས་གསུམ། (三项建议)
staff-figure-by-came_by = འབྱོར་བའི་ཐབས་ལམ།
staff-figure-by-kind = རིགས།
staff-figure-by-matter = དོན་དག་གི་སྡེ་ཚན།
staff-figure-by-place = ཤང་དང་གྲོང་རྡལ།
staff-figure-by-unit = སྒྲུབ་མཁན་ལས་ཁུངས།
staff-figure-by-month = ཟླ་བ།
staff-figure-others = གཞན་དག་གི་བསྡོམས་གྲངས།
staff-figure-nowhere = མ་བྲིས་པ།
staff-figure-came-service = མ་ལག་འདི།
staff-figure-came-letter = འཕྲིན་ཡིག
staff-figure-came-visit = དངོས་སུ་ཕེབས་པ།
staff-figure-came-online = དྲ་ཐོག་གཏུགས་ཞུ།
staff-figure-came-suggestion = དྲ་ཐོག་བསམ་འཆར།
staff-figure-came-mailbox = འགོ་ཁྲིད་ཀྱི་འཕྲིན་སྒམ།
staff-figure-came-call = ཁ་པར།

## 数和单位
staff-counts-matters = དོན་དག { $number }
staff-counts-persons = མི་ཐེངས། { $number }
staff-counts-people = མི་གྲངས། { $number }
staff-counts-batches = ཐེངས་གྲངས། { $number }
staff-counts-times = ཐེངས། { $number }
staff-counts-sessions = ཚོགས་ཐེངས། { $number }
staff-counts-copies = དེབ་གྲངས། { $number }
staff-counts-villages = གྲོང་ཚོ། { $number }
staff-counts-yuan = སྒོར། { $number }
staff-counts-percent = { $number }%
staff-counts-points = བརྒྱ་ཆ། { $number }

## 项目
staff-figure-matters = ཐོ་འགོད་བྱས་པའི་ཞུ་དོན།
staff-figure-persons = ཐོ་འགོད་བྱས་པའི་ཞུ་མཁན།
staff-figure-first = ཐེངས་དང་པོར་ཞུས་པ།
staff-figure-repeated = བསྐྱར་དུ་ཞུས་པ།
staff-figure-closed = སྒྲུབ་ཚར་བ།
staff-figure-answered = ལན་བཏབ་པ།
staff-figure-reviewed = བསྐྱར་ཞིབ་བྱས་ཚར་བ། (复查)
staff-figure-concluded = བསྐྱར་བཤེར་བྱས་ཚར་བ། (复核)
staff-figure-settled = འདུམ་སྒྲིག་བྱུང་བ།
staff-figure-redirected = གོ་རིམ་གཞན་ལ་ཁྲིད་པ།
staff-figure-declined = དང་ལེན་མི་བྱེད་པ།
staff-figure-withdrawn = ཕྱིར་འཐེན།
staff-figure-closing_rate = སྒྲུབ་ཚར་བའི་བརྒྱ་ཆ།
staff-figure-satisfaction = མང་ཚོགས་ཡིད་ཚིམ་པའི་བརྒྱ་ཆ།
staff-figure-in_time = དུས་ཐོག་སྒྲུབ་ཚར་བའི་བརྒྱ་ཆ།
staff-figure-accepted_in_time = དུས་ཐོག་དང་ལེན་བྱས་པའི་བརྒྱ་ཆ།
staff-figure-forwarded = བརྒྱུད་སྤྲོད་དང་ལས་འགན་སྤྲོད་པ།
staff-figure-supervised = ལྟ་སྐུལ་བྱས་པའི་ཞུ་དོན། (督办)
staff-figure-urged_call = ཁ་པར་གྱིས་ལྟ་སྐུལ།
staff-figure-urged_letter = འཕྲིན་ཡིག་གིས་ལྟ་སྐུལ།
staff-figure-urged_visit = དངོས་སུ་སོང་ནས་ལྟ་སྐུལ།
staff-figure-urged_listing = མིང་བཏགས་ནས་ལྟ་སྐུལ། (挂牌)
staff-figure-urged_circular = བརྡ་ཁྱབ། (通报)
staff-figure-wages = གླ་ཕོགས་འགྱངས་འཇོག
staff-figure-business = ཁེ་ལས་ཀྱི་དངུལ་འགྱངས་འཇོག
staff-figure-court = གཏུག་བཤེར་ལ་ཁྲིད་པ།
staff-figure-reception = འགོ་ཁྲིད་ཀྱིས་དངོས་སུ་སྣེ་ལེན།
staff-figure-checking = རྩོད་གཞི་ཞིབ་བཤེར། (排查)
staff-figure-outreach = དྲིལ་བསྒྲགས་དང་ཁྲིམས་ཀྱི་བཤད་པ།
staff-figure-outreach_booklets = དྲིལ་བསྒྲགས་དེབ་ཆུང་བགོ་བ།
staff-figure-outreach_gifts = དྲིལ་བསྒྲགས་ཅ་ལག་བགོ་བ།
staff-figure-villages = དྲིལ་བསྒྲགས་སླེབས་པའི་གྲོང་ཚོ།
staff-figure-training = ལས་དོན་སྦྱོང་བརྡར།
staff-figure-suggestion_improve_work = ལས་དོན་ལེགས་བཅོས་ཀྱི་བསམ་འཆར།
staff-figure-suggestion_improve_work_adopted = ལས་དོན་ལེགས་བཅོས་ཀྱི་བསམ་འཆར་ངོས་ལེན།
staff-figure-suggestion_complete_policy = སྲིད་ཇུས་ཡོངས་སུ་ཚང་བའི་བསམ་འཆར།
staff-figure-suggestion_complete_policy_adopted = སྲིད་ཇུས་བསམ་འཆར་ངོས་ལེན།
staff-figure-suggestion_hold_to_account = འགན་འཁྲི་འདེད་པའི་བསམ་འཆར།
staff-figure-suggestion_hold_to_account_adopted = འགན་འཁྲིའི་བསམ་འཆར་ངོས་ལེན།

## 算法
staff-figure-how-matters =
    དུས་འདིའི་ནང་ཐོ་འགོད་བྱས་པའི་ཞུ་དོན་རྩི།
    གསང་བ་སྲུང་དགོས་པ་དང་ལས་ཁུངས་ངེས་ཅན་ཁོ་ནས་ལྟ་བ་མི་རྩི།
staff-figure-how-persons =
    དུས་འདིར་ཐོ་འགོད་བྱས་པའི་ཞུ་དོན་གྱི་མི་གྲངས་སྡོམ།
    མི་གཅིག་ཐེངས་ 2 ལ་ཕེབས་ན་ 2 རྩི།
staff-figure-how-first = དུས་འདིར་ཐོ་འགོད་བྱས་ཤིང་ཐེངས་དང་པོ་ཡིན་པར་བཤད་པ། ཞུ་དོན་གཞན་དང་མི་བསྡུར།
staff-figure-how-repeated = དུས་འདིར་ཐོ་འགོད་བྱས་ཤིང་སྔོན་ཞུས་མྱོང་བར་བཤད་པ། ཞུ་དོན་གཞན་དང་མི་བསྡུར།
staff-figure-how-closed =
    དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་སྒྲུབ་རྒྱུ་མ་ལུས་པ་རྩི།
    ཕྱིར་འཐེན་བྱས་པའང་རྩི།
staff-figure-how-answered = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་མཐའ་མའི་ཐག་གཅོད་ལས་ཁུངས་ཀྱི་ལན་ཡིན་པ།
staff-figure-how-reviewed = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་མཐའ་མའི་ཐག་གཅོད་བསྐྱར་ཞིབ་ཡིན་པ།
staff-figure-how-concluded = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་མཐའ་མའི་ཐག་གཅོད་བསྐྱར་བཤེར་ཡིན་པ།
staff-figure-how-settled = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་འདུམ་སྒྲིག་གིས་མཐུན་པ་བྱུང་བ།
staff-figure-how-redirected = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་གཏུག་བཤེར་སོགས་ལ་ཁྲིད་པ།
staff-figure-how-declined = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་དང་ལེན་མི་བྱེད་པར་ཐག་བཅད་པ།
staff-figure-how-court =
    དུས་འདིར་ཐོ་འགོད་བྱས་ཤིང་གཏུག་བཤེར་ལ་ཁྲིད་པའི་ཞུ་དོན།
    ཞུ་དོན་མིན་ཡང་འདིར་བྲིས་པའི་གྲངས་སྡོམ།
staff-figure-how-withdrawn = དུས་འདིར་ཐོ་འགོད་བྱས་པ་ལས་ཞུ་མཁན་རང་གིས་ཕྱིར་འཐེན་བྱས་པ།
staff-figure-how-closing_rate = སྒྲུབ་ཚར་བའི་གྲངས་ / ཐོ་འགོད་བྱས་པའི་གྲངས།
staff-figure-how-satisfaction =
    ཡིད་ཚིམ་པ་དང་ཕལ་ཆེར་ཡིད་ཚིམ་པའི་གྲངས་ / གདེང་འཇོག་ཡོད་ཚད།
    གདེང་འཇོག་ 5 ལས་ཉུང་ན་མི་རྩི། ཟླ་བ་ཆ་ཚང་མིན་ན་མི་རྩི།
staff-figure-how-in_time =
    དུས་འདིར་རྫོགས་པའི་ལན་འདེབས་དུས་ཡུན་ལས་དུས་ཐོག་སྒྲུབ་པ་ / ཡོད་ཚད།
    བཅའ་ཁྲིམས་ཀྱི་དུས་ཡུན་ལ་བལྟ། དེ་མེད་ན་ཁས་བླངས་པའི་དུས་ཡུན་ལ་བལྟ།
staff-figure-how-accepted =
    དུས་འདིར་རྫོགས་པའི་དང་ལེན་དུས་ཡུན་ལས་དུས་ཐོག་བརྡ་བཏང་བ་ / ཡོད་ཚད།
    བཅའ་ཁྲིམས་ཀྱི་དུས་ཡུན་ལ་བལྟ། དེ་མེད་ན་ཁས་བླངས་པའི་དུས་ཡུན་ལ་བལྟ།
staff-figure-how-forwarded = དུས་འདིར་བརྒྱུད་སྤྲོད་བྱས་པའི་ཞུ་དོན། གཅིག་ཐེངས་གཅིག་ཏུ་རྩི།
staff-figure-how-supervised = དུས་འདིར་ལྟ་སྐུལ་བྱས་པའི་ཞུ་དོན། གཅིག་ཐེངས་གཅིག་ཏུ་རྩི།
staff-figure-how-urged = རེ་རེ་ནས་ཐོ་འགོད་བྱས་པའི་ལྟ་སྐུལ་དང་གྲངས་ཁོ་ན་བྲིས་པ་སྡོམ།
staff-figure-how-suggested = དུས་འདིར་བཏོན་པའི་བསམ་འཆར། གཅིག་ཐེངས་གཅིག་ཏུ་རྩི།
staff-figure-how-adopted = དུས་འདིར་བཏོན་པའི་བསམ་འཆར་ལས་ཚང་མའམ་ཆ་ཤས་བླངས་པ།
staff-figure-how-wages =
    དུས་འདིར་ཐོ་འགོད་བྱས་ཤིང་དངུལ་གྲངས་བྲིས་པའི་ཞུ་དོན།
    ཞུ་དོན་མིན་ཡང་འདིར་བྲིས་པའི་གྲངས་སྡོམ།
staff-figure-how-business =
    དུས་འདིར་ཐོ་འགོད་བྱས་ཤིང་དངུལ་གྲངས་བྲིས་པའི་ཞུ་དོན།
    ཞུ་དོན་མིན་ཡང་འདིར་བྲིས་པའི་གྲངས་སྡོམ།
staff-figure-how-entered = དུས་འདིར་ལས་སྟེགས་ནང་བྲིས་པའི་གྲངས་སྡོམ། ཐིག་འཐེན་པ་མི་རྩི།
staff-figure-how-villages = དུས་འདིར་དྲིལ་བསྒྲགས་སླེབས་པའི་གྲོང་ཚོ། གྲོང་ཚོ་གཅིག་ཐེངས་གཅིག་ལས་མི་རྩི།

## 活动登记
staff-activities = བྱེད་སྒོ་ཐོ་འགོད།
staff-activities-told = ཞུ་དོན་མིན་པའི་ལས་ཀའི་གྲངས་འདིར་འབྲི། མི་མིང་དང་བརྒྱུད་རིམ་མ་འབྲི།
staff-activities-new = གཅིག་འབྲི་བ།
staff-activities-kind = རིགས་གང་ཡིན།
staff-activities-on = ཉིན་གང་ཡིན།
staff-activities-villages = གྲོང་ཚོ་གང་དང་གང་ལ་སླེབས།
staff-activities-save = ཉར་ཚགས།
staff-activities-done = ཐོ་འགོད་བྱས་ཟིན།
staff-activities-struck-done = ཐིག་འཐེན་ཟིན། ད་ནས་མི་རྩི།
staff-activities-list = ཉེ་ཆར་བྲིས་པ།
staff-activities-empty = ད་དུང་བྲིས་པ་མེད།
staff-activities-strike = ཐིག་འཐེན་པ།
staff-activities-struck = ཐིག་འཐེན་ཟིན།
staff-activities-by = འབྲི་མཁན། { $name }
staff-activities-reached = གྲོང་ཚོ་ { $number } ལ་སླེབས།
staff-activities-gone = འདི་མེད། ཡང་ན་ཁྱེད་ལ་མི་དབང་།
staff-activity-wages = གླ་ཕོགས་འགྱངས་འཇོག (ཞུ་དོན་མིན་པ)
staff-activity-business = ཁེ་ལས་ཀྱི་དངུལ་འགྱངས་འཇོག (ཞུ་དོན་མིན་པ)
staff-activity-court = གཏུག་བཤེར་ལ་ཁྲིད་པ། (ཞུ་དོན་མིན་པ)
staff-activity-supervision = ལྟ་སྐུལ། (རེ་རེ་ནས་ཐོ་འགོད་མ་བྱས་པ)
staff-number-batches = ཐེངས་གྲངས།
staff-number-persons = མི་གྲངས།
staff-number-people = མི་ཐེངས།
staff-number-matters = དོན་གྲངས།
staff-number-money = དངུལ་གྲངས། (སྒོར)
staff-number-rounds = ཐེངས་གྲངས།
staff-number-sessions = ཚོགས་ཐེངས།
staff-number-booklets = དེབ་ཆུང་།
staff-number-gifts = ཅ་ལག
staff-activities-refused-not_number = ཨང་གྲངས་འབྲི་དགོས། { $field }
staff-activities-refused-too_large = གྲངས་ཆེ་དྲགས་འདུག ཡང་བསྐྱར་གཟིགས་གནང་རོགས། { $field }
staff-activities-refused-nothing = ཉུང་མཐར་གྲངས་གཅིག་འབྲི་དགོས།
staff-activities-refused-day = ཚེས་གྲངས་འབྲི་གནང་རོགས། མ་འོངས་པའི་ཉིན་མི་ཆོག

## 年度报告
staff-report-title = { $year } ལོའི་ཞུ་གཏུག་གནས་ཚུལ་གྱི་ལོའི་སྙན་ཞུ།
staff-report-law = (《信访工作条例》第四十一条) ལྟར་བཟོས་པ། ཞིབ་བཤེར་དང་བཟོ་བཅོས་བྱས་རྗེས་ཕུལ་གནང་རོགས།
staff-report-part-1 = (1) ཞུ་དོན་གྱི་གྲངས་དང་སྡེ་ཚན། གཏུགས་ཞུ་མང་བའི་ལས་ཁུངས།
staff-report-part-2 = (2) བརྒྱུད་སྤྲོད་དང་ལས་འགན་སྤྲོད་པ། ལྟ་སྐུལ་གནས་ཚུལ། (督办)
staff-report-part-3 = (3) བསམ་འཆར་རིགས་གསུམ་དང་ངོས་ལེན་གནས་ཚུལ།
staff-report-part-4 = (4) གཞན་དག
staff-report-part-5 = ཟུར་བཀོད། ཨང་གྲངས་རེ་རེའི་རྩི་སྟངས།
staff-report-compared = { $name } { $now } / ན་ནིང་ { $before } / འཕེལ་འགྲིབ་ { $change }
staff-report-uncompared = { $name } { $now } / ན་ནིང་ { $before } / བསྡུར་ས་མེད།
staff-report-units = གཏུགས་ཞུ་མང་བའི་ལས་ཁུངས་ནི་སྒྲུབ་མཁན་ལས་ཁུངས་ལྟར་བརྩིས་པ།
staff-report-write = (གནས་ཚུལ་དང་དཔྱད་པ་འདིར་འབྲི་གནང་རོགས)
