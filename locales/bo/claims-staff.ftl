# ལས་དོན་མི་སྣའི་ཚིག: ཞུ་དོན་སུས་སྒྲུབ་བཞིན་ཡོད།

staff-claim-title = སྒྲུབ་མཁན།
staff-claim-button = ངས་སྒྲུབ་རྒྱུ་ཡིན།
staff-claim-let_go = གློད་པ།
staff-claim-mine = ཁྱེད་ཀྱིས་སྒྲུབ་བཞིན་ཡོད། { $time } བར་ཡིན།
staff-claim-held = { $who } ནས་སྒྲུབ་བཞིན་ཡོད། { $time } བར་ཡིན།
staff-move-claim = ལེན་པ།
staff-move-let_go = གློད་པ།
staff-done-claim = ཞུ་དོན་འདི་ཁྱེད་ལ་ཡོད། སྐར་མ་ 30 རིང་གཞན་གྱིས་སྒྲུབ་མི་ཐུབ།
staff-done-let_go = གློད་ཟིན། གཞན་གྱིས་སྒྲུབ་ཆོག
staff-refused-held = { $who } ནས་སྒྲུབ་བཞིན་ཡོད། { $time } བར་ཡིན། ཁྱེད་ཀྱི་གོམ་པ་འདི་མ་གྲུབ།
