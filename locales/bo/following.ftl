# Following a case: days left, promises kept, notices again, the same matter twice.

## 还剩几天
left-days = ཉིན་ { $days } ལྷག་ཡོད།
left-today = དེ་རིང་དུས་བཀག་ཡིན།
left-over = ཉིན་ { $days } ཡོལ་ཟིན།
case-reminded = { $day } ལ་ལས་དོན་མི་སྣར་དྲན་སྐུལ་བྱས། { $what } { $stage }
reminded-half = དུས་ཡུན་ཕྱེད་ཀ་ཚར་ཟིན།
reminded-due = ཉིན་དེ་དུས་བཀག་ཡིན།
reminded-promise_over = ཁས་བླངས་པའི་ཉིན་ཡོལ་ཟིན། ལྟ་སྐུལ་བྱེད་མཁན་ལ་བརྡ་བཏང་།
reminded-limit_over = ཁྲིམས་ཀྱི་དུས་བཀག་ཡོལ་ཟིན། འགན་འཁུར་བ་ལ་བརྡ་བཏང་།
clock-promise-left = { $what } { $day } ཚུན་ལ་བྱེད་རྒྱུ་ཁས་བླངས་ཡོད། { $left }
clock-promise-provisional-left = { $what } { $day } ཚུན་ལ་སྒྲུབ་ཐབས་བྱེད་རྒྱུ་ཡིན། { $left } ཚེས་གྲངས་འགྱུར་སྲིད།
clock-law-left = { $what } ཁྲིམས་ལྟར་ན་འཕྱི་ཤོས་ { $day } ཡིན། { $left }
clock-law-provisional-left = { $what } ཁྲིམས་ལྟར་ན་འཕྱི་ཤོས་ཕལ་ཆེར་ { $day } ཡིན། { $left } གུང་སེང་གི་བརྡ་ཐོ་ཐོན་རྗེས་གཏན་འཁེལ་བྱེད་རྒྱུ་ཡིན།

## 我的事
my-cases = ཁྱེད་ཀྱིས་འདི་ནས་ཞུས་པའི་དོན་དག
mine-line = { $number } { $matter } { $status }

## 答应的做到没有
button-kept = ཁས་བླངས་པ་སྒྲུབ་མིན་ལྟ་བ།
promises-kept =
    ཁས་བླངས་པ་དང་ཁྲིམས་ཀྱི་དུས་བཀག་འདིར་ཡོད།
    ཨང་གྲངས། { $number }
no-promises =
    ད་དུང་དུས་བཀག་གཏན་འཁེལ་བྱས་མེད།
    ཨང་གྲངས། { $number }
promised-promise = ཁས་བླངས་པ།
promised-law = ཁྲིམས་ཀྱི་དུས་བཀག
kept-met = { $what } { $who } ཉིན་མཐའ་མ་ { $day } ཡིན། { $done } ལ་དུས་ཐོག་ཏུ་གྲུབ་སོང་།
kept-late = { $what } { $who } ཉིན་མཐའ་མ་ { $day } ཡིན། { $done } ལ་གྲུབ་སོང་། ཉིན་ { $days } འགྱངས་སོང་།
kept-runs = { $what } { $who } ཉིན་མཐའ་མ་ { $day } ཡིན། སྒྲུབ་བཞིན་ཡོད། དུས་ཚོད་མ་ཡོལ།
kept-late-still = { $what } { $who } ཉིན་མཐའ་མ་ { $day } ཡིན། ད་དུང་མ་གྲུབ། ཉིན་ { $days } ཡོལ་ཟིན།

## 通知再看一遍
button-notices = བརྡ་ཐོ་བསྐྱར་དུ་ལྟ་བ།
notices-again =
    བརྡ་ཐོ་ཚང་མ་གཤམ་དུ་ཡོད།
    ཨང་གྲངས། { $number }

## 同样的事
same-open =
    ཁྱེད་ཀྱིས་སྔོན་ནས་དོན་དག་འདི་འདྲ་ཞིག་ཞུས་ཡོད། { $matter }
    ཨང་གྲངས། { $number }
    འབྱོར་བའི་ཚེས་གྲངས། { $day }
same-choose = གནས་ཚུལ་གསར་པ་ཡོད་ན་དེའི་ནང་བསྣན་ཆོག གཅིག་པ་མིན་ན་གསར་པ་མུ་མཐུད་འབྲི་ཆོག
button-same-add = དེའི་ནང་སྣོན་པ།
button-same-go-on = གསར་པ་མུ་མཐུད་འབྲི་བ།
