# For the staff: other systems. A draft; no native reader has signed these yet.

## 国家系统编号
staff-national = རྒྱལ་ཁབ་ཞུ་གཏུག་མ་ལག་གི་ཨང་གྲངས།
staff-national-none = ད་དུང་བྲིས་མེད།
staff-national-rule = ཨང་ཀི་དང་ལ་ཏིང་ཡི་གེ་ 6 ནས་ 32 བར། སྟོང་པར་ཉར་ན་སུབ་པ་ཡིན།
staff-national-save = ཉར་བ།
staff-national-form = ཨང་གྲངས་འདིའི་འབྲི་སྟངས་ནོར་འདུག གཤམ་གྱི་འགྲེལ་བཤད་གཟིགས་ནས་བསྐྱར་དུ་འབྲི་གནང་རོགས།
staff-national-not-yours = ཨང་གྲངས་འདི་ཞུ་གཏུག་ཅུས་ཀྱི་མི་སྣས་འབྲི་བ་ཡིན།
staff-done-national = རྒྱལ་ཁབ་མ་ལག་གི་ཨང་གྲངས་ཐོ་འགོད་བྱས་ཟིན།
staff-move-national = རྒྱལ་ཁབ་མ་ལག་གི་ཨང་གྲངས་འབྲི་བ།
staff-by-system = མ་ལག་གཞན་ཞིག
staff-channel-above = གོང་རིམ་མ་ལག་ནས་སྤྲད་པ།

## 通知地址
staff-webhooks = མ་ལག་གཞན་ལ་བརྡ་གཏོང་བ།
staff-webhooks-told =
    གོམ་པ་རེ་བྱས་རྗེས་ཁ་བྱང་འདི་ལ་མིང་རྟགས་ཅན་གྱི་བརྡ་ཐོ་གཏོང་།
    ནང་དུ་ཨང་གྲངས། གོམ་པ། ཉིན། གནས་སྟངས་བཅས་ཁོ་ན་ཡོད།
    མི་སྒེར་གྱི་ཆ་འཕྲིན་མེད། གསང་བའི་ཞུ་དོན་མི་གཏོང་།
staff-webhooks-none = ད་དུང་ཁ་བྱང་མེད།
staff-webhooks-add = ཁ་བྱང་ཞིག་སྣོན་པ།
staff-webhooks-url = དྲ་བའི་ཁ་བྱང་།
staff-webhooks-rule = གསང་སྡོམ་ཅན་གྱི་ཁ་བྱང་དགོས། སྤྱི་པའི་དྲ་བའི་ཐོག་ཡོད་དགོས། བསྣན་རྗེས་ཀྱི་གོམ་པ་ནས་གཏོང་།
staff-webhooks-secret = མིང་རྟགས་ཀྱི་གསང་ལྡེ། (ཐེངས་འདི་ཁོ་ནར་མངོན་)
staff-webhooks-secret-keep = ད་ལྟ་ཕ་རོལ་གྱི་དོ་དམ་པར་སྤྲོད་གནང་རོགས། ངོས་འདི་ནས་ཐོན་ན་མི་མངོན།
staff-webhooks-rotate = གསང་ལྡེ་བརྗེ་བ།
staff-webhooks-on = སྤྱོད་པ།
staff-webhooks-off = མཚམས་འཇོག་པ།
staff-webhooks-log = བསྐུར་བའི་ཐོ།
staff-webhooks-log-empty = ད་དུང་བསྐུར་མེད།
staff-webhooks-log-told = གསར་ཤོས་ { $most } ཡིན།
staff-webhooks-number-hidden = ཨང་གྲངས་ཁྱེད་ཀྱིས་ལྟ་མི་ཆོག
staff-webhooks-since = བསྣན་པའི་ཉིན། { $day }
staff-webhooks-failing = { $time } ནས་བསྐུར་མ་ཐུབ།
staff-webhooks-old = གསང་ལྡེ་རྙིང་པ་སྤྱོད་ཆོག་པའི་དུས། { $time }
staff-webhooks-counts = བསྐུར་ཟིན་ { $sent } / བསྐུར་རྒྱུ་ { $queued } / བསྐུར་མ་ཐུབ་ { $failed }
staff-webhooks-tries = ཐེངས་ { $tries } ཚོད་ལྟ་བྱས།
staff-webhooks-again = ཡང་བསྐྱར་བསྐུར་བ།
staff-webhooks-state-on = སྤྱོད་བཞིན་ཡོད།
staff-webhooks-state-off = མཚམས་བཞག་ཡོད།
staff-webhooks-state-gone = ཕ་རོལ་གྱིས་ཁ་བྱང་མེད་པར་བཟོས་འདུག
staff-webhooks-state-failed = ཉིན་མང་བསྐུར་མ་ཐུབ་པས་མཚམས་བཞག་ཡོད།
staff-webhooks-delivery-queued = བསྐུར་རྒྱུ་ཡིན།
staff-webhooks-delivery-sent = བསྐུར་ཟིན།
staff-webhooks-delivery-failed = བསྐུར་མ་ཐུབ།
staff-webhooks-delivery-dropped = ད་ནས་མི་བསྐུར།
staff-webhooks-done-on = སྤྱོད་འགོ་ཚུགས། བསྐུར་རྒྱུ་ལྷག་པ་རྣམས་བསྐུར་ངེས།
staff-webhooks-done-off = མཚམས་བཞག་ཟིན། བར་དེར་བྱས་པ་རྗེས་སུ་མི་བསྐུར།
staff-webhooks-done-again = ཡང་བསྐྱར་བསྐུར་རྒྱུ་ཡིན། བརྡ་ཐོའི་ཨང་མི་འགྱུར།
staff-webhooks-refused-https = ཁ་བྱང་འདི་བདེ་འཇགས་མིན། གསང་སྡོམ་ཅན་གྱི་ཁ་བྱང་འབྲི་གནང་རོགས།
staff-webhooks-refused-form = ཁ་བྱང་འདི་སྤྱོད་མི་ཐུབ། ཆ་ཚང་འབྲི་གནང་རོགས། མིང་དང་གསང་ཨང་འབྲི་མི་དགོས།
staff-webhooks-refused-private = ཁ་བྱང་འདི་ནང་གི་དྲ་བར་འགྲོ་བས་སྤྱོད་མི་ཆོག
staff-webhooks-refused-unknown = ད་ལྟ་ཁ་བྱང་འདི་མ་རྙེད། ནོར་ཡོད་མེད་གཟིགས་གནང་རོགས།
staff-webhooks-refused-known = ཁ་བྱང་འདི་སྔོན་ནས་ཡོད།

## 接口密钥
staff-api-keys = མ་ལག་གི་གསང་ལྡེ།
staff-api-keys-told =
    གོང་རིམ་མ་ལག་གིས་གསང་ལྡེས་གནས་སྟངས་ལྟ་བ་དང་ཞུ་དོན་སྤྲོད་པ་ཡིན།
    ལན་བཏབ་ཐེངས་རེར་ཐོ་འགོད་བྱེད། ལྟ་སྐབས་མི་སྒེར་གྱི་ཆ་འཕྲིན་མེད།
staff-api-keys-api-off = མཐུད་ཁ་ད་དུང་ཁ་ཕྱེ་མེད། ({ $setting }) གསང་ལྡེ་སྔོན་ལ་བཟོས་ཆོག
staff-api-keys-none = ད་དུང་གསང་ལྡེ་མེད།
staff-api-keys-add = གསང་ལྡེ་ཞིག་བཟོ་བ།
staff-api-keys-name = མ་ལག་གང་ལ་སྤྲོད།
staff-api-keys-scopes = ཅི་བྱེད་ཆོག
staff-api-keys-cases-read = གནས་སྟངས་ལྟ་བ།
staff-api-keys-intake-write = ཞུ་དོན་སྤྲོད་པ།
staff-api-keys-token = གསང་ལྡེ། (ཐེངས་འདི་ཁོ་ནར་མངོན་)
staff-api-keys-made = བཟོ་མཁན་ { $by } / { $day }
staff-api-keys-used = མཐའ་མར་སྤྱད་པ། { $time }
staff-api-keys-unused = ད་དུང་སྤྱད་མེད།
staff-api-keys-uses = གསང་ལྡེ་སྤྱད་པའི་ཐོ།
staff-api-keys-end = མེད་པར་བཟོ་བ།
staff-api-keys-ended = མེད་པར་བཟོས་ཟིན། { $time }
staff-api-keys-done-end = མེད་པར་བཟོས་ཟིན། ད་ནས་འདིས་ཅི་ཡང་བྱེད་མི་ཐུབ།
staff-api-keys-name-missing = མ་ལག་གང་ལ་སྤྲོད་འབྲི་གནང་རོགས། མང་མཐར་ཡི་གེ་ { $most } ཡིན།
staff-api-keys-scope-missing = ཅི་བྱེད་ཆོག་འདེམས་གནང་རོགས། མིང་མང་མཐར་ཡི་གེ་ { $most } ཡིན།
