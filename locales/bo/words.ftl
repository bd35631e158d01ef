# གཤམ་གྱི་ཚིག་ནི་དུས་ནམ་ཡང་གོ་ཐུབ། Separated by |; a reviewer may add more.

words-back = ཕྱིར་ལོག | སྔོན་མ
words-skip = མཆོང་བ | བརྒལ་བ
words-menu = འདེམས་ཐོ | མགོའི་ངོས
words-language = སྐད་ཡིག | བོད་ཡིག | རྒྱ་ཡིག | བོད་སྐད | རྒྱ་སྐད
words-help = རོགས་རམ | རོགས་པ
words-person = མི་སྣ | ལས་དོན་མི་སྣ | ལས་བྱེད་མཁན
words-cancel = འདོར་བ | མི་ཞུ
words-status = གནས་སྟངས | གནས་སྟངས་ལྟ་བ
words-start = འགོ་འཛུགས | འགོ་འཛུགས་པ
words-listen = ཉན་པ | སྐད་སྒྲ་ཉན་པ | སྒྲ་ཉན
words-read = མི་ཉན | སྐད་སྒྲ་མི་ཉན | ཉན་མི་དགོས
words-done = ཚར་སོང | ཚར | དེ་ཙམ་ཡིན | དེ་ཙམ་རེད
words-none = མེད | མི་ཤེས | ཤེས་ཀྱི་མེད
words-mydata = རང་གི་ཆ་འཕྲིན | ངའི་ཆ་འཕྲིན | རང་གི་གནས་ཚུལ
