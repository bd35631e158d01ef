# A talk that is handed back, and the alert of one that waits.

staff-talk-back = ཕྱིར་སྤྲོད་པ།
staff-talk-back-told = ལས་དོན་མི་སྣ་གཞན་ལ་བརྡ་འབྱོར་ངེས། ཞུ་མཁན་ལ་བརྡ་མི་འབྱོར།
staff-alert-talk = ཞུ་མཁན་ཞིག་ལན་སྒུག་བཞིན་ཡོད།
staff-talk-where = ལས་དོན་སྟེགས་བུའི་“ལན་སྒུག་མཁན”ནང་ནས་ལན་འདེབས་གནང་རོགས།
