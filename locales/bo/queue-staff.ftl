# The desk: registering, the queue, forwarding together, drafts, what is done. A draft; no native reader has signed it.

## 登记
staff-register = ཐོ་འགོད།
staff-register-told = ཡི་གེ་དང་ཐུག་འཕྲད། ཁ་པར་སོགས་འདིར་ཐོ་འགོད། དུས་བཀག་འབྱོར་བའི་ཉིན་ནས་རྩི།
staff-register-keys = མཐེབ་གཞོང་། { $tab } - རྗེས་མ། { $save } - ཐོ་འགོད།
staff-register-came_by = ཇི་ལྟར་འབྱོར་བ།
staff-register-came_on = འབྱོར་བའི་ཉིན།
staff-register-came_on-hint = དེ་རིང་གི་སྔོན་ཡིན་ཆོག རྗེས་ཡིན་མི་ཆོག ཉིན་ 15 ཉིན་འདི་ནས་རྩི། (第二十二条)
staff-register-matter = ཞུ་དོན།
staff-register-place = ས་གནས།
staff-register-facts = གནས་ཚུལ།
staff-register-request = རེ་འདུན།
staff-register-name = མིང་།
staff-register-phone = ཁ་པར།
staff-register-confidential = གསང་བ་སྲུང་དགོས།
staff-register-told_by = བརྡ་ཇི་ལྟར་གཏོང་བ།
staff-told-by-phone = ཁ་པར།
staff-told-by-letter = ཡི་གེ
staff-told-by-in_person = དངོས་སུ།
staff-register-address = ཡི་གེ་བསྐུར་ཡུལ།
staff-register-language = སྐད་ཡིག
staff-register-repeated = ཐེངས་དང་པོའམ་བསྐྱར་མ།
staff-register-first = ཐེངས་དང་པོ།
staff-register-again = བསྐྱར་མ། (ཁོང་གིས་གསུངས་པ་)
staff-register-owed = བུ་ལོན་སྒོར་གྲངས།
staff-register-persons = མི་གྲངས།
staff-register-representatives = འཐུས་མི། (མི་མང་གིས་མཉམ་དུ་ཞུ་བ་)
staff-register-representatives-hint = ཕྲེང་རེར་མི་རེ། མིང་གི་རྗེས་སུ་ཁ་པར་འབྲི། མང་མཐར་མི་ { $most } ཡིན། (第二十条)
staff-register-scans = པར་བཤེར་ཡིག་ཆ།
staff-register-kept = བླངས་ཟིན་པའི་པར་བཤེར་ཡིག་ཆ།
staff-register-drop = འདི་འདོར་བ།
staff-register-do = ཐོ་འགོད།
staff-register-which = གང་ཡིན།
staff-register-refused = ད་དུང་ཐོ་འགོད་མ་བྱས། བཟོ་བཅོས་དགོས་པ་ { $count } འདུག བྲིས་པ་ཚང་མ་ཡོད།
staff-register-missing = འདི་འབྲི་གནང་རོགས།
staff-register-too-long = རིང་དྲགས། མང་མཐར་ཡི་གེ་ { $limit } ཡིན། ད་ལྟ་ { $actual } འདུག
staff-register-several = མང་པོ་འདུག གཅིག་འདེམས་གནང་རོགས།
staff-register-unknown = མ་རྙེད། གཞན་ཞིག་བྲིས་ནས་ཚོད་ལྟ་གནང་རོགས།
staff-register-not-a-day = ཉིན་གང་ཡིན་མི་གསལ། དཔེར་ན་ 2026-11-23
staff-register-future = དེ་རིང་གི་རྗེས་ཡིན་མི་ཆོག
staff-register-too_old = ཉིན་ { $days } ལས་སྔ་བ་འདུག བསྐྱར་དུ་གཟིགས་རོགས།
staff-register-not-a-phone = ཁ་པར་ཨང་གྲངས་ནོར་འདུག
staff-register-not-a-count = གྲངས་ཀ་འབྲི་གནང་རོགས། 1 - { $most }
staff-register-not-a-sum = སྒོར་གྲངས་འབྲི་གནང་རོགས།
staff-register-too-many = འཐུས་མི་མང་མཐར་ { $most } ཡིན། (第二十条)
staff-register-one-a-line = ཕྲེང་རེར་མི་རེ་འབྲི་གནང་རོགས།
staff-register-fewer-persons = མི་གྲངས་འཐུས་མི་ལས་ཉུང་མི་ཆོག
staff-register-needs-phone = ཁ་པར་གྱིས་བརྡ་གཏོང་ན། ཁ་པར་འབྲི་གནང་རོགས།
staff-register-needs-address = ཡི་གེས་བརྡ་གཏོང་ན། ཁ་བྱང་འབྲི་གནང་རོགས།
staff-register-too-many-scans = པར་བཤེར་ཡིག་ཆ་མང་མཐར་ { $most } ཡིན། འགའ་འདོར་གནང་རོགས།
staff-registered = ཐོ་འགོད་བྱས་ཟིན།
staff-registered-code = འཚོལ་ཨང་། (ཐེངས་འདི་ཁོ་ནར་མངོན་)
staff-registered-hand-over = འབྱོར་འཛིན་ཐོག་བྲིས་ནས། ཞུ་མཁན་རང་ལ་སྤྲོད་གནང་རོགས།
staff-registered-before = རེའུ་མིག་འདི་སྔོན་ནས་ཐོ་འགོད་བྱས་ཟིན། བསྐྱར་དུ་མ་བྱས།
staff-registered-receipt = འབྱོར་འཛིན་པར་འདེབས།
staff-registered-handed = འབྱོར་འཛིན་ཞུ་མཁན་ལ་སྤྲད་ཟིན།
staff-registered-open = ཞུ་དོན་འདི་ཁ་ཕྱེ་བ།
staff-registered-more = ཡང་གཅིག་ཐོ་འགོད།
staff-channel-service = ལམ་སྟོན་ཞབས་ཞུ།
staff-channel-online = དྲ་ཐོག་གཏུགས་ཞུ།
staff-channel-suggestion = དྲ་ཐོག་བསམ་འཆར།
staff-channel-mailbox = འགོ་ཁྲིད་ཀྱི་འཕྲིན་སྒམ།

## 待办清单
staff-filter-own = རང་གིས་སྒྲུབ་པ།
staff-filter-today = དེ་རིང་དུས་བཀག་ཡིན་པ།
staff-filter-bo = བོད་ཡིག་ཤེས་དགོས་པ།
staff-facets = འདེམས་པ།
staff-facet-kind = རིགས།
staff-facet-status = གནས་སྟངས།
staff-facet-unit = ལས་ཁུངས།
staff-facet-came_by = འབྱོར་ཁུངས།
staff-facet-town = ཤང་དང་གྲོང་རྡལ།
staff-facet-do = འདེམས་པ།
staff-facet-clear = མི་འདེམས།
staff-view-name = ཐོ་འདི་ལ་མིང་འདོགས་པ།
staff-view-save = ཉར་བ།
staff-view-remove = བསུབ་པ། { $name }
staff-view-full = མང་མཐར་ { $most } ཉར་ཆོག སྔོན་ལ་གཅིག་བསུབ་གནང་རོགས།
staff-view-nameless = མིང་འབྲི་གནང་རོགས། མང་མཐར་ཡི་གེ་ { $limit } ཡིན།
staff-column-held = སུས་སྒྲུབ་བཞིན་པ།
staff-queue-keys = { $pick } - འདེམས་པ། { $forward } - མཉམ་དུ་སྤྲོད་པ། { $find } - ཨང་གྲངས། { $register } - ཐོ་འགོད།

## 一起转送
staff-bulk = བདམས་པ་མཉམ་དུ་བརྒྱུད་སྤྲོད།
staff-bulk-told = རེ་རེ་བཞིན་སྤྲོད། བརྡ་ཐོ་དང་ཐོ་འགོད་སོ་སོར་ཡོད། མ་གྲུབ་ན་རྒྱུ་མཚན་འདིར་མངོན།
staff-bulk-do = མཉམ་དུ་སྤྲོད།
staff-bulk-pick = འདེམས་པ། { $number }
staff-bulk-none = སྔོན་ལ་ཞུ་དོན་འདེམས་གནང་རོགས། དེ་རྗེས་ལས་ཁུངས་འདེམས་གནང་རོགས།
staff-bulk-result = མཉམ་དུ་སྤྲོད་པའི་མཇུག་འབྲས།
staff-bulk-done = སྤྲོད་ཟིན་པ་ { $done } ཡིན། མ་སྤྲད་པ་ { $left } ཡིན།
staff-bulk-forwarded = བརྒྱུད་སྤྲོད་བྱས་ཟིན།
staff-bulk-back = སྒྲུབ་རྒྱུར་ལོག་པ།

## 草稿
staff-draft-kept = { $time } - ཟིན་བྲིས་ཉར་ཟིན།
staff-draft-restored = འདི་ཁྱེད་ཀྱིས་བྲིས་པའི་ཟིན་བྲིས་ཡིན། { $time }
staff-draft-other = { $name } འབྲི་བཞིན་འདུག { $move } ({ $time })
staff-draft-left = ཁྱེད་ཀྱི་ཟིན་བྲིས་མ་སྤྱད། { $move }
staff-draft-drop = ཟིན་བྲིས་འདོར་བ།

## 办完的
staff-finished = སྒྲུབ་ཟིན་པ།
staff-finished-since = འབྱོར་བའི་ཉིན་འདི་ནས།
staff-finished-until = འདི་བར།
staff-finished-find = འཚོལ་བ།
staff-finished-empty = འདི་འདྲའི་ཞུ་དོན་མེད།
staff-finished-not-a-day = ཉིན་འདི་ལྟར་འབྲི་གནང་རོགས། 2026-11-23
staff-column-filed = འབྱོར་བའི་ཉིན།
