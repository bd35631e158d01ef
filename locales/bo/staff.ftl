# For the staff: the desk and the staff's Telegram. A draft; no native reader has signed these yet.

## 事情到了哪一步
staff-status-filed = ཐོ་འགོད་བྱས་ཟིན།
staff-status-forwarded = བརྒྱུད་སྤྲོད་བྱས་ཟིན།
staff-status-accepted = དང་ལེན་བྱས་ཟིན།
staff-status-answered = ལན་བཏབ་ཟིན།
staff-status-in_review = བསྐྱར་ཞིབ་བྱེད་བཞིན་ཡོད།
staff-status-reviewed = བསྐྱར་ཞིབ་བྱས་ཟིན།
staff-status-in_rereview = བསྐྱར་བཤེར་བྱེད་བཞིན་ཡོད།
staff-status-concluded = མཇུག་སྒྲིལ་ཟིན།
staff-status-closed = ཡིག་ཚགས་སུ་བཞག་ཟིན།
staff-status-withdrawn = ཕྱིར་འཐེན་བྱས་ཟིན།

## 办法
staff-move-file = ཐོ་འགོད།
staff-move-forward = བརྒྱུད་སྤྲོད།
staff-move-accept = དང་ལེན།
staff-move-ask = ཁ་སྣོན་འདྲི་བ།
staff-move-add = ཁ་སྣོན།
staff-move-answer = ལན་འདེབས།
staff-move-receive = འབྱོར་བ་ཐོ་འགོད།
staff-move-withdraw = ཕྱིར་འཐེན།
staff-move-ask_review = བསྐྱར་ཞིབ་ཞུ་བ།
staff-move-answer_review = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར་ཐོ་འགོད།
staff-move-receive_review = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར་འབྱོར་བ།
staff-move-ask_rereview = བསྐྱར་བཤེར་ཞུ་བ།
staff-move-conclude = བསྐྱར་བཤེར་ཐོ་འགོད་དང་མཇུག་སྒྲིལ་བ།
staff-move-receive_final = བསྐྱར་བཤེར་གྱི་བསམ་འཆར་འབྱོར་བ།
staff-move-close = ཡིག་ཚགས་སུ་འཇོག་པ།
staff-move-retaliation = དགྲ་ལན་སློག་པའི་སྐོར་ཞུ་བ།
staff-move-read = བལྟས་པ།
staff-move-code = འཚོལ་ཨང་བརྗེ་བ།
staff-move-exported = ཕྱིར་འདོན།

staff-told-forward = ལས་ཁུངས་གཅིག་ལ་སྤྲོད་པ། ཞུ་མཁན་ལ་བརྡ་ཐོ་འབྱོར་ངེས། (第二十三条)
staff-told-accept = དང་ལེན་རྗེས་ལན་འདེབས་ཀྱི་ཉིན་གྲངས་རྩི། ཞུ་མཁན་ལ་བརྡ་ཐོ་འབྱོར་ངེས། (第二十三条)
staff-told-ask = བརྡ་ཐོའི་ནང་ནང་དོན་མི་འབྲི། ཞུ་མཁན་གྱིས་ཁ་ཕྱེ་ན་མཐོང་། དུས་ཡུན་མུ་མཐུད་རྩི།
staff-told-answer =
    བརྡ་ཐོའི་ནང་ནང་དོན་མི་འབྲི། ཞུ་མཁན་གྱིས་ཁ་ཕྱེ་ན་མཐོང་།
    ཁ་ཕྱེ་བའི་ཉིན་ནས་བསྐྱར་ཞིབ་ཀྱི་ཉིན་ 30 རྩི། (第六项)
staff-told-receive = ཞུ་མཁན་གྱིས་དངོས་སུ་མིང་རྟགས་བཀོད་ན། འདིར་ཐོ་འགོད། བཀོད་པའི་ཉིན་ནས་རྩི།
staff-told-answer_review =
    གོང་རིམ་ལས་ཁུངས་ཀྱི་བསྐྱར་ཞིབ་བསམ་འཆར་འདིར་ཇི་བཞིན་ཐོ་འགོད།
    ཞུ་མཁན་གྱིས་ཁ་ཕྱེ་བའི་ཉིན་ནས་ཉིན་ 30 རྩི། (第三十五条) (第三十六条)
staff-told-receive_review = ཞུ་མཁན་གྱིས་དངོས་སུ་མིང་རྟགས་བཀོད་ན། འདིར་ཐོ་འགོད། བཀོད་པའི་ཉིན་ནས་རྩི།
staff-told-conclude = བསྐྱར་བཤེར་གྱི་བསམ་འཆར་འདིར་ཇི་བཞིན་ཐོ་འགོད། དོན་གཅིག་པ་རྗེས་སུ་དང་ལེན་མི་བྱེད། (第三十六条)
staff-told-receive_final = ཞུ་མཁན་གྱིས་དངོས་སུ་མིང་རྟགས་བཀོད་ན། འདིར་ཐོ་འགོད།

staff-done-forward = བརྒྱུད་སྤྲོད་བྱས་ཟིན། ཞུ་མཁན་གྱི་བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-accept = དང་ལེན་བྱས་ཟིན། ཞུ་མཁན་གྱི་བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-ask = ཞུ་མཁན་ལ་འདྲི་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-answer = ལན་བཏབ་ཟིན། ཞུ་མཁན་གྱི་བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-receive = འབྱོར་བ་ཐོ་འགོད་བྱས་ཟིན།
staff-done-answer_review = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར་ཐོ་འགོད་བྱས་ཟིན། བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-done-receive_review = འབྱོར་བ་ཐོ་འགོད་བྱས་ཟིན།
staff-done-conclude = བསྐྱར་བཤེར་གྱི་བསམ་འཆར་ཐོ་འགོད་བྱས་ཟིན། དོན་དག་མཇུག་སྒྲིལ་ཟིན།
staff-done-receive_final = འབྱོར་བ་ཐོ་འགོད་བྱས་ཟིན།
staff-done-password = གསང་ཨང་བརྗེས་ཟིན། གཞན་ནས་ཕྱིར་ཐོན་བྱས་ཟིན།
staff-done-language = སྐད་ཡིག་བརྗེས་ཟིན།
staff-done-unlink = Telegram བཅད་ཟིན།
staff-done-sessions = གཞན་ནས་ཕྱིར་ཐོན་བྱས་ཟིན།

## 要填的
staff-part-unit = སྒྲུབ་མཁན་ལས་ཁུངས།
staff-part-complexity = སྟབས་བདེའམ་རྙོག་འཛིང་།
staff-part-item = ཚན་པ་གང་ལྟར། (第三十一条)
staff-part-text = ནང་དོན།
staff-part-outcome = ལན་འདེབས་ཀྱི་བསམ་འཆར།
staff-part-opinion = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར།
staff-part-organ = བསྐྱར་ཞིབ་ལས་ཁུངས།
staff-part-reason = གསལ་བཤད། (མ་བྲིས་ཀྱང་ཆོག)
staff-part-channel = ཇི་ལྟར་འབྱོར་བ།
staff-part-files = ཡིག་ཆ།
staff-part-seen_as = ཐོབ་ཐང་ཇི་ལྟར་བལྟས་པ།
staff-text-ask = ཞུ་མཁན་ལ་ཅི་འདྲི།
staff-text-answer = ལན་འདེབས་ཀྱི་ནང་དོན།
staff-text-answer_review = བསྐྱར་ཞིབ་བསམ་འཆར་གྱི་ནང་དོན།
staff-text-conclude = བསྐྱར་བཤེར་བསམ་འཆར་གྱི་ནང་དོན།
staff-text-hint = མང་མཐར་ཡི་གེ་ { $limit } ཡིན། ཞུ་མཁན་གྱིས་གོ་བདེ་བ་འབྲི་གནང་རོགས།
staff-choose = འདེམས་གནང་རོགས།
staff-complexity-simple = སྟབས་བདེ།
staff-complexity-complex = རྙོག་འཛིང་།
staff-item = ཚན་པ་ { $item }
staff-item-1 = (一) གཏུག་བཤེར་དང་བསྐྱར་གྲོས། ཉེས་དོན་སོགས་ཀྱི་གོ་རིམ།
staff-item-2 = (二) འདུམ་གཅོད་ཀྱིས་ཐག་གཅོད་དགོས་པ།
staff-item-3 = (三) ཏང་མིའི་ཞུ་གཏུག་དང་བསྐྱར་ཞིབ།
staff-item-4 = (四) སྲིད་འཛིན་གྱི་གོ་རིམ། བསྐྱར་གྲོས་དང་ཐག་གཅོད། ཆོག་མཆན་སོགས།
staff-item-5 = (五) ཁྲིམས་འགལ་ཞིབ་བཤེར་དང་ཐོབ་ཐང་སྲུང་སྐྱོབ་ཀྱི་རེ་ཞུ།
staff-item-6 = (六) གོང་གི་གང་ཡང་མིན། ཞིབ་བཤེར་བྱས་ནས་ལན་འདེབས། (60 日)
staff-outcome-supported = རྒྱབ་སྐྱོར་བྱེད་པ།
staff-outcome-explained = རྒྱུ་མཚན་ཡོད་ཀྱང་ཁྲིམས་མེད། འགྲེལ་བཤད།
staff-outcome-not_supported = རྒྱབ་སྐྱོར་མི་བྱེད་པ།
staff-opinion-upheld = རྒྱུན་འཛིན།
staff-opinion-changed = བསྒྱུར་བཅོས་སམ་མེད་པར་བཟོ་བ།

## 谁
staff-by-resident = ཞུ་མཁན།
staff-by-clock = མ་ལག
staff-by-someone = ལས་དོན་མི་སྣ།
staff-role-clerk = ཞུ་གཏུག་ཅུས་ཀྱི་མི་སྣ།
staff-role-unit = སྒྲུབ་མཁན་ལས་ཁུངས།
staff-role-head = འགན་འཁུར་བ།
staff-role-supervisor = ལྟ་སྐུལ་བ།
staff-role-discipline = སྒྲིག་ཁྲིམས་མི་སྣ།
staff-role-outreach = དྲིལ་བསྒྲགས་ཚོགས་པ།
staff-role-translator = ཡིག་སྒྱུར་བ།
staff-role-admin = མ་ལག་དོ་དམ།

## 种类、来处、身份
staff-kind-claim = གཏུགས་ཞུ།
staff-kind-suggestion = བསམ་འཆར།
staff-kind-report = ཐེར་འདོན།
staff-kind-disclosure = ཆ་འཕྲིན་ཡོངས་བསྒྲགས།
staff-kind-help = ཁྲིམས་ལུགས་རོགས་སྐྱོར།
staff-kind-review = བསྐྱར་ཞིབ།
staff-channel-telegram = Telegram
staff-channel-web = དྲ་ངོས།
staff-channel-terminal = གློག་ཀླད།
staff-channel-letter = འཕྲིན་ཡིག
staff-channel-visit = དངོས་སུ་ཕེབས་པ།
staff-channel-call = ཁ་པར།
staff-channel-other = གཞན་དག
staff-language-zh = རྒྱ་ཡིག
staff-language-bo = བོད་ཡིག
staff-withheld-confidential = གསང་བ། (ཞུ་གཏུག་ཅུས་ཁོ་ནས་མཐོང་)
staff-withheld-anonymous = མིང་མེད།
staff-unit-none = ཞུ་གཏུག་ཅུས། (མ་སྤྲད་པ)

## 日子
staff-days-left = ཉིན་ { $days } ལྷག་ཡོད།
staff-days-none = དེ་རིང་དུས་བཀག་ཡིན།
staff-days-over = ཉིན་ { $days } ཡོལ་ཟིན།
staff-aim = གནས་སྐབས།
staff-clock-promise = ཁས་བླངས་པ།
staff-clock-law = ཁྲིམས་ཀྱི་དུས་བཀག
staff-clock-none = རྩི་བཞིན་པའི་དུས་བཀག་མེད།
staff-clock-window = ཞུ་མཁན་གྱི་ཐོབ་ཐང་ཡིན། ལས་ཁུངས་ཀྱི་དུས་བཀག་མིན།

staff-term-forward = བརྒྱུད་སྤྲོད།
staff-term-acceptance = དང་ལེན་བྱེད་མིན་བརྡ་གཏོང་བ།
staff-term-objection = ལས་ཁུངས་ཀྱིས་མི་དབང་བ་བཤད་པ།
staff-term-answer = ལན་འདེབས།
staff-term-answer_simple = ལན་འདེབས། (སྟབས་བདེ)
staff-term-answer_complex = ལན་འདེབས། (རྙོག་འཛིང་)
staff-term-review_window = བསྐྱར་ཞིབ་ཞུ་བ།
staff-term-review = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར།
staff-term-rereview_window = བསྐྱར་བཤེར་ཞུ་བ།
staff-term-rereview = བསྐྱར་བཤེར་གྱི་བསམ་འཆར།
staff-term-retaliation = དང་ལེན་བྱེད་མིན་བརྡ་གཏོང་བ།

## 登录
staff-title = ལས་དོན་སྟེགས་བུ།
staff-sign-in = ནང་འཛུལ།
staff-login = སྤྱོད་མཁན་མིང་།
staff-password = གསང་ཨང་།
staff-sign-in-wrong = སྤྱོད་མཁན་མིང་ངམ་གསང་ཨང་ནོར་འདུག
staff-sign-in-wait = ཐེངས་མང་དྲགས་སོང་། སྐར་མ་ { $minutes } རྗེས་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་རོགས།
staff-sign-in-again = དུས་ཚོད་ཡོལ་སོང་། བསྐྱར་དུ་ནང་འཛུལ་གནང་རོགས།
staff-sign-out = ཕྱིར་ཐོན།
staff-to-content = ནང་དོན་ལ་འགྲོ་བ།

## 清单
staff-queue = སྒྲུབ་རྒྱུ།
staff-find = ཨང་གྲངས་ལྟར་ཁ་ཕྱེ་བ།
staff-open = ཁ་ཕྱེ་བ།
staff-filter-mine = ང་ཚོའི་ལས་ཁུངས།
staff-filter-all = ཚང་མ།
staff-filter-overdue = དུས་ཡོལ་བ།
staff-filter-waiting = ཞུ་མཁན་སྒུག་པ།
staff-filter-undelivered = བརྡ་ཐོ་མ་འབྱོར་བ།
staff-column-number = ཨང་གྲངས།
staff-column-matter = ཞུ་དོན།
staff-column-place = ས་གནས།
staff-column-status = གནས་སྟངས།
staff-column-unit = ལས་ཁུངས།
staff-column-due = དུས་བཀག
staff-column-language = སྐད་ཡིག
staff-waiting = ཞུ་མཁན་སྒུག་བཞིན་ཡོད།
staff-queue-empty = འདིར་ད་ལྟ་ཅི་ཡང་མེད།
staff-more = རྗེས་མ།
staff-first = དང་པོར་ལོག་པ།
staff-live = ཐོ་འདི་སྐར་ཆ་ 10 རེར་རང་འགུལ་གྱིས་གསར་བརྗེ་བྱེད།
staff-keys = མཐེབ་གཞོང་། { $down } - རྗེས་མ། { $up } - སྔོན་མ། { $enter } - ཁ་ཕྱེ་བ།

## 一件事
staff-case-filed = འབྱོར་བ། { $day }
staff-case-clocks = དུས་བཀག
staff-case-told = ཞུ་མཁན་གྱིས་བཤད་པ།
staff-case-linked = ཞུ་དོན་གང་གི་རྐྱེན་གྱིས་ཡིན་པ། (ཁྱེད་ཀྱི་ལས་ཁུངས་ཁོ་ནས་མཐོང་)
staff-case-files = ཡིག་ཆ།
staff-case-talk = ཞུ་མཁན་དང་འབྲེལ་གཏུག
staff-case-events = བརྒྱུད་རིམ།
staff-case-moves = ད་ལྟ་སྒྲུབ་ཆོག་པ།
staff-case-no-moves = ད་ལྟ་ཁྱེད་ཀྱིས་སྒྲུབ་ཆོག་པ་མེད།
staff-case-no-files = ཡིག་ཆ་མེད།
staff-case-no-talk = ད་དུང་འབྲེལ་གཏུག་མེད།
staff-chain-holds = ཐོ་འགོད་ཆ་ཚང་ཡིན། བཟོ་བཅོས་བྱས་མེད།
staff-chain-broken = ཐོ་འགོད་བཟོ་བཅོས་བྱས་འདུག འཕྲལ་དུ་འགན་འཁུར་བར་ཞུ་གནང་རོགས།
staff-reading-recorded = སུས་བལྟས་པ་ཐོ་འགོད་བྱས་ཡོད། ཞུ་མཁན་གྱིས་འདྲི་ཆོག
staff-file-waiting = ལེན་བཞིན་ཡོད།
staff-file-refused = མ་བླངས། { $reason }
staff-file-reason-unreachable = ལེན་མ་ཐུབ།
staff-file-reason-other = ཚད་དང་མི་མཐུན།
staff-file-gone = ཡིག་ཆ་འདི་ད་ལྟ་ཁ་ཕྱེ་མི་ཐུབ།
staff-file-open = ཁ་ཕྱེ་བ།
staff-seconds = སྐར་ཆ་ { $seconds }
staff-attachment-photo = འདྲ་པར།
staff-attachment-voice = སྐད་སྒྲ།
staff-attachment-document = ཡིག་ཆ།
staff-notice = བརྡ་ཐོ།
staff-delivery-queued = བསྐུར་རྒྱུ་ཡིན།
staff-delivery-sent = བསྐུར་ཟིན།
staff-delivery-failed = བསྐུར་མ་ཐུབ།
staff-delivery-blocked = ཕ་རོལ་གྱིས་བཀག་འདུག
staff-delivery-replaced = རྗེས་མས་ཚབ་བྱས་ཟིན།

## 换查询码
staff-code-title = འཚོལ་ཨང་བརྗེ་བ།
staff-code-told =
    འཚོལ་ཨང་བརླགས་ན། དངོས་སུ་ཐོབ་ཐང་བལྟས་རྗེས་བརྗེ་ཆོག
    སྔོན་མ་དེ་འཕྲལ་དུ་ནུས་པ་མེད་པར་འགྱུར།
staff-code-button = གསར་པ་ཞིག་བརྗེ་བ།
staff-code-new = འཚོལ་ཨང་གསར་པ། (ཐེངས་འདི་ཁོ་ནར་མངོན་)
staff-code-hand-over = ཞུ་མཁན་རང་ལ་འབྲི་གནང་རོགས། པར་མ་རྒྱག ཚོགས་ནང་མ་སྐུར།
staff-seen_as-id_card = ཐོབ་ཐང་ལག་ཁྱེར་བལྟས་པ།
staff-seen_as-residence = ཐེམ་ཐོའམ་སྡོད་གནས་ལག་ཁྱེར་བལྟས་པ།
staff-seen_as-known = རང་གིས་ངོ་ཤེས།
staff-seen_as-village = གྲོང་ཚོའི་ལས་བྱེད་པས་ར་སྤྲོད་བྱས་པ།

## 账户
staff-account = རང་གི་ཐོ།
staff-account-of = { $login } / { $role } / { $unit }
staff-telegram = མི་སྣའི་ Telegram
staff-telegram-off = ད་དུང་མ་སྦྲེལ། ཨང་ཞིག་བླངས་ནས་སྐར་མ་ 10 ནང་བསྐུར་གནང་རོགས།
staff-telegram-on = སྦྲེལ་ཟིན། ཁ་པར་བརླགས་ན་འཕྲལ་དུ་བཅད་གནང་རོགས།
staff-telegram-code = འདི་བསྐུར་གནང་རོགས། { $command }
staff-telegram-get = ཨང་ལེན་པ།
staff-telegram-unlink = གཅོད་པ།
staff-password-old = ད་ལྟའི་གསང་ཨང་།
staff-password-new = གསང་ཨང་གསར་པ།
staff-password-again = གསང་ཨང་གསར་པ་བསྐྱར་འབྲི།
staff-password-change = གསང་ཨང་བརྗེ་བ།
staff-password-rule = ཉུང་མཐར་ཡི་གེ་ { $least } དགོས།
staff-password-old-wrong = ད་ལྟའི་གསང་ཨང་ནོར་འདུག
staff-password-differ = ཐེངས་གཉིས་མི་འདྲ།
staff-password-too_short = གསང་ཨང་ཐུང་དྲགས། ཉུང་མཐར་ཡི་གེ་ { $least } དགོས།
staff-password-too_long = གསང་ཨང་རིང་དྲགས།
staff-password-too_plain = གསང་ཨང་སྟབས་བདེ་དྲགས།
staff-sessions = ནང་འཛུལ།
staff-sessions-end = གཞན་ནས་ཕྱིར་ཐོན།

## 不行的时候
staff-refused = མ་གྲུབ།
staff-kept = ཁྱེད་ཀྱིས་བྲིས་པ་གཤམ་དུ་ཡོད།
staff-refused-moved =
    { $who } { $time } ལ་འདི་བྱས་ཟིན། { $move }
    ཁྱེད་ཀྱི་རིམ་པ་འདི་མ་གྲུབ། གཟིགས་ནས་ཐག་གཅོད་གནང་རོགས།
staff-refused-not-open = འདི་ད་ལྟ་བྱེད་མི་ཐུབ། { $move }
staff-refused-missing = འདི་འབྲི་གནང་རོགས། { $part }
staff-refused-too_long = { $part } རིང་དྲགས། མང་མཐར་ཡི་གེ་ { $limit } ཡིན།
staff-refused-not_a_choice = འདི་མེད། བསྐྱར་དུ་འདེམས་གནང་རོགས། { $part }
staff-refused-not_carried = འདིར་འབྲི་མི་དགོས། { $part }
staff-no-case = ཞུ་དོན་འདི་མེད། ཡང་ན་ཁྱེད་ཀྱིས་ལྟ་མི་ཆོག
staff-no-page = ངོས་འདི་མེད།
staff-not-our-form = རེའུ་མིག་འདི་མ་བླངས། ངོས་དེར་ལོག་ནས་བསྐྱར་དུ་བསྐུར་གནང་རོགས།
staff-busy = ད་ལྟ་བྲེལ་དྲགས་པས་ཉར་མ་ཐུབ། བསྐྱར་དུ་གནོན་གནང་རོགས།
staff-fault = སྐྱོན་བྱུང་སོང་། དོ་དམ་པར་ཨང་འདི་གསུང་གནང་རོགས། { $reference }

## 工作人员的 Telegram
staff-bot-stranger = འདི་ལས་དོན་མི་སྣ་ཁོ་ནའི་ཆེད་ཡིན།
staff-bot-welcome =
    སྦྲེལ་ཟིན། ཞུ་དོན་གསར་པ་དང་ཞུ་མཁན་གྱི་ཁ་སྣོན་འདིར་བརྡ་གཏོང་རྒྱུ་ཡིན།
    མིང་དང་གྲོང་ཚོ། ནང་དོན་འདིར་མི་མངོན།
staff-bot-code-wrong = ཨང་འདི་ནོར་འདུག ཡང་ན་དུས་ཡོལ་སོང་། “རང་གི་ཐོ”ནས་བསྐྱར་དུ་ལེན་གནང་རོགས།
staff-bot-wait = ཐེངས་མང་དྲགས་སོང་། སྐར་མ་ { $minutes } རྗེས་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་རོགས།
staff-bot-unlinked = བཅད་ཟིན། འདིར་བརྡ་མི་གཏོང་།
# card
staff-bot-help =
    { $queue } - སྒྲུབ་རྒྱུ་ལྟ་བ།
    { $case } - ཨང་གྲངས་བྲིས་ནས་ཞུ་དོན་ལྟ་བ།
    { $visits } - དེ་རིང་དང་སང་ཉིན་གྱི་ཐུག་འཕྲད།
    { $unlink } - ཐོ་འདི་གཅོད་པ།
    ནང་དོན་དང་མིང་ལྟ་བར་ལས་དོན་སྟེགས་བུར་ཕེབས་རོགས།
staff-bot-queue = སྒྲུབ་རྒྱུ། ཛ་དྲག་སྔོན་ལ་ཡིན།
staff-bot-empty = ད་ལྟ་སྒྲུབ་རྒྱུ་མེད།
staff-bot-number = ཨང་གྲངས་འབྲི་གནང་རོགས། དཔེར་ན་ { $example }
staff-bot-unknown = གཤམ་ནས་འདེམས་གནང་རོགས། ཡང་ན་ { $help } བསྐུར་གནང་རོགས།
staff-bot-stale = གནས་ཚུལ་འགྱུར་བས་མཐེབ་འདི་རྙིང་པ་ཡིན། གཤམ་གྱི་གསར་པར་གཟིགས་རོགས།
staff-bot-choose-unit = ལས་ཁུངས་གང་ལ་སྤྲོད།
staff-bot-choose-complexity = སྟབས་བདེ་ཡིན་ནམ་རྙོག་འཛིང་ཡིན།
staff-bot-choose-item = ཚན་པ་གང་ལྟར་ཡིན། (《信访工作条例》第三十一条)
staff-bot-choose-outcome = ལན་འདེབས་ཀྱི་བསམ་འཆར་གང་ཡིན། (第三十二条)
staff-bot-choose-opinion = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར་གང་ཡིན། (第三十五条)
staff-bot-sure = གཏན་འཁེལ་ཡིན་ནམ། { $move } ཞུ་མཁན་ལ་བརྡ་ཐོ་འབྱོར་ངེས།
staff-bot-write-ask = འཕྲིན་འདིར་ལན་བསྐུར་ནས། ཞུ་མཁན་ལ་འདྲི་རྒྱུ་འབྲི་གནང་རོགས།
staff-bot-write-answer = འཕྲིན་འདིར་ལན་བསྐུར་ནས། ལན་འདེབས་ཀྱི་ནང་དོན་འབྲི་གནང་རོགས།
staff-bot-write-answer_review = འཕྲིན་འདིར་ལན་བསྐུར་ནས། བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར་འབྲི་གནང་རོགས།
staff-bot-write-conclude = འཕྲིན་འདིར་ལན་བསྐུར་ནས། བསྐྱར་བཤེར་གྱི་བསམ་འཆར་འབྲི་གནང་རོགས།
staff-bot-text-only = འདིར་ཡི་གེ་ཁོ་ན་ལེན།
staff-alert-filed = ཞུ་དོན་གསར་པ།
staff-alert-added = ཞུ་མཁན་གྱིས་ཁ་སྣོན་བྱས།
staff-alert-forwarded = ཞུ་དོན་ཞིག་བརྒྱུད་སྤྲོད་བྱས་བྱུང་།
staff-alert-withdrawn = ཞུ་མཁན་གྱིས་ཕྱིར་འཐེན་བྱས།
staff-alert-review = བསྐྱར་ཞིབ་ཞུས་སོང་།
staff-alert-due = དེ་རིང་དུས་བཀག་ཡིན།
staff-alert-other = གནས་ཚུལ་འགྱུར་སོང་།
# card
staff-card =
    { $number }
    { $matter }
    { $status } / { $unit }
staff-card-due = { $clock } { $day } ({ $left })
staff-card-waiting = ཞུ་མཁན་གྱི་ཁ་སྣོན་སྒུག་བཞིན་ཡོད།
staff-button-sure = གཏན་འཁེལ།
staff-button-cancel = འདོར་བ།
staff-button-next = རྗེས་མ།
staff-button-previous = སྔོན་མ།
staff-command-queue = སྒྲུབ་རྒྱུ།
staff-command-case = ཞུ་དོན་ལྟ་བ།
staff-command-help = རོགས་རམ།
staff-command-unlink = ཐོ་གཅོད་པ།

## 约访
staff-visits = ཐུག་འཕྲད་དུས་འཁེལ།
staff-visits-coming = མ་སླེབས་པ།
staff-visits-past = འདས་ཟིན་པ།
staff-visits-empty = འདིར་ཐུག་འཕྲད་མེད།
staff-visits-none = སྣེ་ལེན་གྱི་ཉིན་མ་བྲིས། ལས་ཁུངས་ཀྱི་གཞི་གྲངས་ནང་འབྲི་གནང་རོགས།
staff-visit-number = ཨང་གྲངས། { $number }
staff-visit-place = { $who } / { $place }
staff-visit-people = མི་གྲངས། { $people }
staff-visit-nameless = མིང་མ་བྲིས།
staff-visit-forgotten = མིང་དང་ཁ་པར་བསུབས་ཟིན།
staff-visit-day-off = ཉིན་འདིར་གུང་སེང་ཡིན། དུས་ཚོད་བརྗེ་གནང་རོགས།
staff-visit-speaks-bo = བོད་སྐད།
staff-visit-speaks-zh = རྒྱ་སྐད།
staff-visit-speaks-interpreter = སྐད་སྒྱུར་དགོས།
staff-visit-state-booked = གཏན་འཁེལ་ཟིན།
staff-visit-state-cancelled = འདོར་ཟིན།
staff-visit-state-held = ཐུག་ཟིན།
staff-visit-state-missed = མ་སླེབས།
staff-visit-do-move = དུས་ཚོད་བརྗེ་བ།
staff-visit-do-cancel = འདོར་བ།
staff-visit-do-held = ཐོ་འགོད། ཐུག་ཟིན།
staff-visit-do-missed = ཐོ་འགོད། མ་སླེབས།
staff-visit-told-move = ཞུ་མཁན་ལ་དུས་ཚོད་སྔོན་མ་དང་གསར་པའི་བརྡ་ཐོ་འབྱོར་ངེས།
staff-visit-told-cancel = ཞུ་མཁན་ལ་བརྡ་ཐོ་འབྱོར་ངེས། དུས་ཚོད་གཞན་འདེམས་ཆོག
staff-visit-done-move = དུས་ཚོད་བརྗེས་ཟིན། ཞུ་མཁན་གྱི་བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-visit-done-cancel = འདོར་ཟིན། ཞུ་མཁན་གྱི་བརྡ་ཐོ་གྲ་སྒྲིག་བྱས་ཟིན།
staff-visit-done-held = ཐོ་འགོད་བྱས་ཟིན།
staff-visit-done-missed = ཐོ་འགོད་བྱས་ཟིན།
staff-visit-to = གསར་པ།
staff-visit-overtaken = འདིར་འགྱུར་བ་བྱུང་སོང་། ཁྱེད་ཀྱི་རིམ་པ་འདི་མ་གྲུབ། གསར་པ་ལ་གཟིགས་གནང་རོགས།
staff-visit-full = དུས་ཚོད་འདི་གང་ཟིན་པའམ་མེད། གཞན་འདེམས་གནང་རོགས།
staff-visit-gone = ཐུག་འཕྲད་འདི་མེད། ཡང་ན་ཁྱེད་ལ་མི་དབང་།
staff-visit-slot = { $day } ({ $weekday }) { $hours } { $who }
staff-bot-visits = དེ་རིང་དང་སང་ཉིན་གྱི་ཐུག་འཕྲད།
staff-bot-visits-none = དེ་རིང་དང་སང་ཉིན་ཐུག་འཕྲད་མེད།
staff-bot-visit = { $day } { $hours } / ཨང་གྲངས། { $number } / མི་གྲངས། { $people }
staff-command-visits = དེ་རིང་དང་སང་ཉིན་གྱི་ཐུག་འཕྲད།

## 和群众对话
staff-talks = ལན་སྒུག་མཁན།
staff-talks-empty = ད་ལྟ་སྒུག་མཁན་མེད།
staff-talk = གསུང་མོལ།
staff-talk-waiting = སྒུག་བཞིན་ཡོད།
staff-talk-taken = { $name } ནས་ལན་འདེབས་བཞིན་ཡོད།
staff-talk-closed = མཇུག་བསྡུས་ཟིན།
staff-talk-since = འགོ་ཚུགས་དུས། { $day } { $time }
staff-talk-silent = ད་དུང་ཡི་གེ་མེད།
staff-talk-take = ངས་ལན་འདེབས།
staff-talk-text = ལན།
staff-talk-send = སྐུར་བ།
staff-talk-close = མཇུག་བསྡུ་བ།
staff-talk-close-told = ཞུ་མཁན་ལ་བརྡ་ཐོ་འབྱོར་ངེས།
staff-talk-resident = ཞུ་མཁན།
staff-talk-seen = { $name } ནས་བལྟས་ཟིན།
staff-talk-overtaken = { $name } ནས་ལན་འདེབས་བཞིན་ཡོད། ཁྱེད་ཀྱི་རིམ་པ་འདི་མ་གྲུབ།
staff-talk-over = འདི་མཇུག་བསྡུས་ཟིན་པའམ་ལེན་མཁན་མེད། ཁྱེད་ཀྱི་རིམ་པ་འདི་མ་གྲུབ།
staff-talk-gone = གསུང་མོལ་འདི་མེད། ཡང་ན་ཁྱེད་ལ་མི་དབང་།
