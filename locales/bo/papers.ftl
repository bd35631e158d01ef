# Papers: receipt, notices, route card, request for review; and the page that verifies them.

## 名称
paper-heading-receipt = ཞུ་དོན་ཐོ་འགོད་འབྱོར་འཛིན།
paper-heading-notice = ཞུ་དོན་བརྡ་ཐོ། { $what }
paper-what-receipt = ཐོ་འགོད་འབྱོར་འཛིན།
paper-what-forwarded = བརྒྱུད་སྤྲོད།
paper-what-accepted = དང་ལེན།
paper-what-asked = ཁ་སྣོན་འདྲི་བ།
paper-what-declined = དང་ལེན་མི་བྱེད་པ།
paper-what-redirected = གོ་རིམ་གཞན་བརྒྱུད་པ།
paper-what-fed_back = ཐག་གཅོད་ཀྱི་གནས་ཚུལ།
paper-what-settled = འདུམ་སྒྲིག་གྲོས་མཐུན།
paper-what-extended = དུས་འགྱངས།
paper-what-corrected = ནོར་བཅོས།
paper-what-answered = ལན་འདེབས།
paper-what-withdrawn = ཕྱིར་འཐེན།
paper-what-review_asked = བསྐྱར་ཞིབ་ཞུ་བ།
paper-what-reviewed = བསྐྱར་ཞིབ་བསམ་འཆར།
paper-what-rereview_asked = བསྐྱར་བཤེར་ཞུ་བ།
paper-what-concluded = བསྐྱར་བཤེར་བསམ་འཆར།
paper-what-retaliation = དགྲ་ལན་སློག་པའི་སྐོར།
paper-heading-card = སུ་ལ་ཞུ་དགོས་པ་དང་བྱེད་ཐབས།
paper-heading-review_form = ཐེངས་དང་པོའི་བསྐྱར་ཞིབ་ཞུ་ཡིག (复查申请书)

## 纸上的话
# paper
paper-told =
    ཨང་གྲངས། { $number }
    ལས་ཁུངས། { $unit }
    { $day } ལ་ཞུ་དོན་འདིའི་ཐད་གཤམ་གསལ་ལྟར་བརྡ་གཏོང་གི་ཡིན།
paper-outcome = མཇུག་འབྲས། { $outcome }
paper-window = { $what } འབྱོར་བའི་ཉིན་ནས་བརྩིས་ན་ཉིན་ { $days } ནང་ཡིན།
paper-matter = དོན་དག { $matter }
paper-law = ཁྲིམས་གཞི། { $articles }
paper-text = ནང་དོན།
paper-made = ཡིག་ཆ་བཟོས་པའི་ཚེས་གྲངས། { $day }
# paper
paper-contact =
    { $office_phone ->
        [none] { $office }
       *[other] { $office } ཁ་པར། { $office_phone }
    }
paper-verify = ཁ་པར་གྱིས་ཨང་རྟགས་འདི་བཤེར་ན། ཤོག་བུ་འདི་ངོ་མ་ཡིན་མིན་ཤེས་ཐུབ།
paper-draft = བོད་ཡིག་འདི་འཕྲུལ་ཆས་ཀྱིས་བྲིས་པ་ཡིན། ད་དུང་མི་ཡིས་ཞུ་དག་མ་བྱས།

## 要自己写的
paper-blank-name = མིང་།
paper-blank-code = འཚོལ་ཨང་།
paper-blank-phone = ཁ་པར།
paper-blank-address = ཁ་བྱང་།
paper-blank-request = རེ་འདུན།
paper-blank-reasons = དོན་དངོས་དང་རྒྱུ་མཚན།
paper-blank-signed = མིང་རྟགས་དང་ཚེས་གྲངས།

## 复查申请书
paper-review-to = འབུལ་ས། { $above }
# paper
paper-review-about =
    ཨང་གྲངས། { $number }
    ལན་འདེབས་བྱེད་མཁན། { $unit }
    ལན་འདེབས་ཀྱི་ཚེས་གྲངས། { $day }
paper-review-received = ལན་འདེབས་འབྱོར་བའི་ཚེས་གྲངས། { $day }
paper-review-asked = ལན་འདེབས་འདི་ལ་ང་ཡིད་མ་ཚིམ། བསྐྱར་ཞིབ་གནང་རོགས།
paper-review-last = འབུལ་བའི་ཉིན་མཐའ་མ། { $day }

## 对话里
button-paper = ཡིག་ཆ་ (PDF) ལེན་པ།
button-paper-of = { $what } (PDF)
paper-ready = ཁྱེད་ཀྱི་ཡིག་ཆ་ (PDF) འདི་ཡིན། པར་སྐྲུན་བྱས་ཆོག མི་གཞན་ལ་བསྟན་ཡང་ཆོག
web-paper = ཡིག་ཆ་ (PDF) ཁ་ཕྱེ་བ།

## 查真假的网页
verify-title = ཤོག་བུ་ངོ་མ་ཡིན་མིན་བརྟག་པ།
# card
verify-true =
    ཨང་རྟགས་འདི་ལས་ཁུངས་འདིས་བཀོད་པ་ཡིན། { $office }
    { $kind }
    ཨང་གྲངས། { $number }
    ཚེས་གྲངས། { $day }
# card
verify-true-card =
    ཨང་རྟགས་འདི་ལས་ཁུངས་འདིས་བཀོད་པ་ཡིན། { $office }
    { $kind }
    དོན་དག { $matter }
    ཚེས་གྲངས། { $day }
verify-compare = ཤོག་བུའི་མིང་དང་ཨང་གྲངས། ཚེས་གྲངས་འདི་དང་བསྡུར་གནང་རོགས། མི་མཐུན་ན་ཤོག་བུ་དེ་ངོ་མ་མིན།
# card
verify-false =
    ཨང་རྟགས་འདི་ལས་ཁུངས་འདིས་བཀོད་པ་མ་རེད། ཡང་ན་བཅོས་པ་རེད། { $office }
    ཤོག་བུ་འདི་བསྣམས་ནས་ཞུ་གཏུག་ཅུས་ལ་འདྲི་གནང་རོགས།
verify-file = PDF ཡིག་ཆ་ཡོད་ན། འདི་ནས་ཀྱང་བརྟག་ཆོག
verify-file-check = ཡིག་ཆ་འདི་བརྟག་པ།
verify-file-true =
    ཡིག་ཆ་འདི་ལས་ཁུངས་འདིས་བཟོས་པ་ཡིན། བཅོས་མེད། { $office }
verify-file-false =
    ཡིག་ཆ་འདི་ལས་ཁུངས་འདིས་བཟོས་པ་མ་རེད། ཡང་ན་བཅོས་པ་རེད། { $office }
verify-scan = ཁ་པར་གྱིས་ཤོག་བུའི་ཨང་རྟགས་བཤེར་ན། ཤོག་ངོས་འདི་མཐོང་ཐུབ།
verify-checking = བརྟག་བཞིན་ཡོད། ལན་མེད་ན། ཞུ་གཏུག་ཅུས་ལ་འདྲི་གནང་རོགས།
verify-key = ལས་ཁུངས་འདིའི་སྤྱི་བསྒྲགས་ལྡེ་མིག
verify-key-true = ཡིག་ཆ་འདི་སྤྱི་བསྒྲགས་ལྡེ་མིག་འདིའི་ལས་ཁུངས་ཀྱིས་བཟོས་པ་ཡིན། བཅོས་མེད།
verify-key-false = ཡིག་ཆ་འདི་སྤྱི་བསྒྲགས་ལྡེ་མིག་འདིའི་ལས་ཁུངས་ཀྱིས་བཟོས་པ་མ་རེད། ཡང་ན་བཅོས་པ་རེད།

## 墙上的图：路线图
# paper
poster-route-title = ལམ་ཐིག་རི་མོ། དོན་དག་གང་ཡིན་ན། དང་པོར་སུ་ལ་ཞུ་དགོས།
# paper
poster-route-lead =
    འདིར་གོམ་པ་དང་པོ་ཁོ་ན་བྲིས་ཡོད། གནས་ཚུལ་མི་འདྲ་ན་ལམ་ཡང་མི་འདྲ།
    དུས་བཀག་རྩི་འགོ་འཛུགས་པའི་ཉིན་ཡང་མི་འདྲ།
    མི་གསལ་ན་ཞུ་གཏུག་ཅུས་ལ་འདྲི་གནང་རོགས།
poster-first = དང་པོ། { $who }
poster-by = དུས་བཀག { $name } { $time }
# paper
poster-danger =
    ཉེན་ཁ་ཡོད་ན། སྔོན་ལ་ཁ་པར་གཏོང་གནང་རོགས།
    ཉེན་རྟོག་པ། { $police } / མེ་སྐྱོན། { $fire } / མྱུར་སྐྱོབ། { $ambulance } / སེམས་སྡུག { $mind }
poster-scan = ཁ་པར་གྱིས་ཨང་རྟགས་འདི་བཤེར་ན། རིམ་པ་བཞིན་འདྲི་ཆོག
poster-drawn = པར་སྐྲུན་བྱས་པའི་ཚེས་གྲངས། { $day }

## 墙上的图：导引图
# paper
poster-procedure-title = ལམ་སྟོན། ཞུ་དོན་འདི་རིམ་པ་གང་འདྲར་སྒྲུབ་ཀྱི་ཡིན།
# paper
poster-procedure-lead =
    རིམ་པ་རེ་རེར་དུས་བཀག་ཡོད། ལས་ཁུངས་ཀྱི་ཁས་ལེན་དང་ཁྲིམས་ཀྱི་དུས་བཀག་གཉིས་ཀ་འདིར་བྲིས་ཡོད།
poster-tells = བརྡ་གཏོང་བ།
poster-beside = སྐབས་འདིར་གཤམ་གསལ་ཡང་བྱས་ཆོག
poster-anytime = རིམ་པ་གང་ཡིན་ཡང་བྱས་ཆོག
poster-when = དུས་ནམ། { $when }
# paper
poster-when-open = སྒྲུབ་མ་ཚར་བའི་སྐབས།
poster-when-worked-on = ལན་མ་བཏབ་གོང་།
poster-when-before = དང་ལེན་མ་བྱས་གོང་།
poster-always = དུས་ནམ་ཡིན་ཡང་ཆོག { $articles } ལས་ཁུངས་དེའི་གོང་རིམ་ལ་མ་གཏོགས་མི་སྤྲོད། ལས་ཁུངས་གཞན་གྱིས་མི་མཐོང་།
poster-who = སྒྲུབ་མཁན། { $who }
poster-who-own = ཞུ་གཏུག་ཅུས་རང་གི་ལས་འགན་ཡིན་ན། རང་གིས་སྒྲུབ་ཀྱི་ཡིན།
poster-clock = { $what } { $times }
poster-clock-simple = { $what } (ལས་སླ་བོ།)
poster-clock-complex = { $what } (རྙོག་འཛིང་ཅན།)
poster-promise = ཁས་བླངས་པ། { $length }
poster-law = ཁྲིམས་ལྟར་ན། { $length } { $articles }
poster-own-limit = ཁྲིམས་རང་གི་དུས་བཀག
poster-law-petition = ཞུ་གཏུག་གི་ལམ་ནས་སྒྲུབ་ན། ཁྲིམས་ལྟར་ { $length } { $articles }
poster-move-receive = ལན་འདེབས་ཁ་ཕྱེ་བའམ་ལག་ཏུ་ལེན་པ།
poster-move-answer_review = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར། (复查)
poster-move-receive_review = བསྐྱར་ཞིབ་ཀྱི་བསམ་འཆར་ཁ་ཕྱེ་བའམ་ལག་ཏུ་ལེན་པ།
poster-move-conclude = བསྐྱར་བཤེར་གྱི་བསམ་འཆར་དང་མཇུག་སྒྲིལ་བ། (复核)
poster-move-receive_final = བསྐྱར་བཤེར་གྱི་བསམ་འཆར་ཁ་ཕྱེ་བའམ་ལག་ཏུ་ལེན་པ།
poster-move-retaliation = དགྲ་ལན་སློག་པའི་སྐོར་ཞུ་ཆོག (打击报复)
poster-role-above = གོང་རིམ་ལས་ཁུངས།
poster-role-resident = ཁྱེད་རང་།
poster-role-clerk = ཞུ་གཏུག་ཅུས།
poster-role-unit = སྒྲུབ་མཁན་ལས་ཁུངས།
poster-role-head = ལས་ཁུངས་ཀྱི་འགན་འཁུར་བ།
poster-role-clock = དུས་ཡོལ་ན་རང་འགུལ།
