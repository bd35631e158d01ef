# What is said on Telegram alone: the bot's name and description, please wait, a file that could not be had.

# At most 64 characters.
telegram-name = ལྷ་རི་ཞུ་གཏུག་ལམ་སྟོན།
# At most 120 characters: what is seen when the bot is passed on.
telegram-short = ལྷ་རི་རྫོང་གི་ཞུ་གཏུག་ལམ་སྟོན། དཀའ་ངལ་ཞུ་བ་དང་གནས་སྟངས་ལྟ་བ།
# At most 512 characters: what is seen before the first message.
# card
telegram-about =
    བཀྲ་ཤིས་བདེ་ལེགས། འདི་ནི་ལྷ་རི་རྫོང་གི་ཞུ་གཏུག་ (信访) ལམ་སྟོན་ཡིན།
    དཀའ་ངལ་ཡོད་ན། འདི་ནས་གསུང་ཆོག གནས་སྟངས་ཀྱང་ལྟ་ཆོག
    ཡི་གེ་དང་སྐད་སྒྲ། འདྲ་པར་གང་བསྐུར་ཡང་ཆོག “འགོ་འཛུགས་པ”གནོན་གནང་རོགས།
    རྨས་སྐྱོན་ནམ་ཉེན་ཁ་ཡོད་ན། འཕྲལ་དུ་ 110 ལ་ཁ་པར་གཏོང་གནང་རོགས།
# card
fault-waiting =
    དགོངས་དག ང་ཚོར་སྐྱོན་བྱུང་སོང་། ཁྱེད་ཀྱིས་བསྐུར་བ་ཉར་ཡོད།
    བཟོས་རྗེས་མུ་མཐུད་ཐག་གཅོད་ཞུ་རྒྱུ་ཡིན། ཡང་བསྐྱར་བསྐུར་མི་དགོས།
    ཡུན་རིང་ལན་མེད་ན། ལས་དོན་མི་སྣར་ཨང་འདི་གསུང་གནང་རོགས།
    ཨང་གྲངས། { $reference }
refused-file-unreachable = ཡིག་ཆ་འདི་ང་ཚོར་འབྱོར་མ་བྱུང་། ཡང་བསྐྱར་བསྐུར་གནང་རོགས། འདྲ་པར་བརྒྱབ་ནས་བསྐུར་ཡང་ཆོག
