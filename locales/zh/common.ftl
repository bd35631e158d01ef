# 大家都用的话：问候、菜单、按钮、听不懂时怎么说。
# 变量 $office、$office_phone、$office_address、$office_hours、$office_above 由单位资料自动填入，没有填时为 none。

## 语言和问候
# 选语言这一条，两种语言写在一起。
choose-language =
    བཀྲ་ཤིས་བདེ་ལེགས། སྐད་ཡིག་འདེམས་གནང་རོགས།
    您好！请选择语言。
language-bo = བོད་ཡིག
language-zh = 中文
language-language =
    སྐད་ཡིག་འདེམས་གནང་རོགས།
    请选择语言。
language-language-bo = བོད་ཡིག
language-language-zh = 中文
welcome =
    您好！这里是嘉黎县信访指引。
    有困难，可以在这里告诉信访局。一步一步来，不着急。
welcome-back = 您好，又见到您了。
welcome-back-draft =
    您好，又见到您了。上次您还没有填完，已经填的都在。
    要接着填吗？您刚才发的这一条没有记下，请接着填以后再发一次。

## 有危险：先给急救电话，再说别的
# 还没有选语言的时候用这一条，两种语言写在一起。
# card
danger-any =
    ཉེན་ཁ་ཡོད་ན་སྔོན་ལ་ཁ་པར་གཏོང་རོགས། ཉེན་རྟོག་པ་ 110 མེ་སྐྱོན་ 119 མྱུར་སྐྱོབ་ 120 སེམས་སྡུག་ 12356
    110 报警，119 火警，120 急救，12356 心里难受：有危险，请先打电话。
danger-violence =
    您现在有危险，请先打 110 报警；有人受伤，打 120。
    能走开就先走开，到有人的地方去。
danger-fire =
    着火了，请先离开火场，再打 119；有人受伤，打 120。
    有人放火，打 110。
danger-injury =
    有人受伤或者病重，请先打 120。
    路上出事，再打 110；被困住了，打 119。
danger-abduction =
    有人不见了，或者被带走、被关住，请马上打 110，不用等。
    有人受伤，打 120。
danger-self_harm =
    您一定很难受。请先打 12356，有人听您说。
    已经受伤或者吃了药，打 120；危险就在眼前，打 110。

## 菜单
menu = 您有什么事？请按下面的按钮，也可以用自己的话写一句。
menu-continue = 接着填上次的
menu-complaint = 反映困难
menu-progress = 看进度
menu-visit = 约访：当面见领导
menu-help = 帮助
menu-person = 找工作人员
menu-language = སྐད་ཡིག 换语言
menu-menu = 回菜单
menu-press-please =
    您好！出了什么事，请用自己的话写一句，比如：老板不发工资。
    也可以按下面的按钮。

## 命令
command-start = 开始
command-menu = 回菜单
command-status = 看进度
command-language = 换语言 སྐད་ཡིག
command-help = 帮助
command-cancel = 不填了

## 按钮
button-back = 上一步
button-skip = 跳过
button-keep = 不改，继续
button-clear = 不填这一项
button-onward = 不换，往下走
button-next = 下一页
button-previous = 上一页
button-submit = 提交
button-change = 修改
button-done = 说完了，下一步
button-again = 重新来
button-try-again = 再试一次
button-see-progress = 看这件事
button-open-answer = 看答复
button-read-message = 看消息
button-menu = 回菜单
button-supply = 补充情况
draft-keep = 接着填
draft-delete = 删掉没填完的

## 一个个回答
answer-none = 没有填
answer-now = 您现在填的是：{ $value }
answer-here = 您回到了前面这一步。刚才选的是：{ $value }
summary-line = { $label }：{ $value }
summary-change = 您想改哪一项？请按下面的按钮。
branch-open = 您选了：{ $branch }
likely = 您说的，可能是下面的哪一件？都不是，就按“都不是”。
button-none-of-these = 都不是
told-kept = 您前面写的话都留着，算作情况的第一条，不用再写一遍。
leaf-in-branch = { $leaf }（{ $branch }）
parts-kept = 前面发的 { $count } 条都在。
parts-received = 收到了，一共 { $count } 条。还有就接着发，说完了请按“说完了，下一步”。
part-voice = 语音（{ $seconds } 秒）
part-voice-unmeasured = 语音
part-photo = 照片 { $name }
part-document = 文件 { $name }
part-pin = 位置 { $latitude }，{ $longitude }
place-elsewhere = 不在嘉黎县
place-itself = { $place }（不分村）
unit-bureau = 信访局
money = { $amount }元

## 停下和删掉
cancel-sure = 您不填了吗？可以先留着，以后接着填。删掉就找不回来了。
draft-deleted = 没填完的，已经删掉了。
files-kept = 收到了，已经放到“照片和材料”里。
files-first = 您发的东西收到了，已经放好。我们先问您几个问题。
file-left-out = 这个文件没有放进来，其他的都在。

## 帮助和找人
# card
help =
    您可以打字、说语音、发照片。
    填错了，就按“上一步”，或者最后按“修改”。
    想停就停，填过的都留着。
    随时可以说：“菜单”“上一步”“换语言”“找人”“取消”。
    有人受伤或者有危险，请马上打 110。要急救，请打 120。
# card
person =
    { $office_phone ->
        [none] 您可以到{ $office }当面说，也可以打 12345。
       *[other] 您可以打电话给{ $office }：{ $office_phone }，也可以当面说。
    }
    { $office_address ->
        [none] 不方便出门，请村里的干部帮您也可以。
       *[other] 地址：{ $office_address }
    }
    { $office_hours ->
        [none] 工作日上班时间都可以去。
       *[other] 时间：{ $office_hours }
    }
guidance-only =
    在这里不收个人情况。
    { $link ->
        [none] 要反映困难，请用我们的网页，或者到{ $office }当面说。
       *[other] 要反映困难，请打开我们的网页：{ $link }
    }

## 出了问题
fault-try-again =
    对不起，我们这边出了一点问题。您填过的都在。
    请过一会儿再发一次。
    还不行，请告诉工作人员这个号：{ $reference }
service-down =
    对不起，系统现在停了，不是您的问题。
    您填过的都在。请过一会儿再来。
    着急的事，请打 12345。
too-fast = 您发得太快了。请等一下，再发一次。
refused-empty = 这一条是空的。请再发一次。
refused-words-please = 这里请打字回答。
refused-words-or-voice-please = 这里请打字，或者发语音。
refused-press-please = 这里请按下面的一个按钮。
refused-no-files-here = 这里先不收照片和文件。请先打字回答，后面有地方可以发。
refused-photos-later = 这里请打字或者发语音。照片和文件，后面会请您发。
refused-files-please = 这里请发照片、文件或者语音。没有就按“跳过”。
refused-not-an-option = 没有这个选项。请按下面的一个按钮。
refused-stale-button = 这个按钮已经过时了。请用下面这一条的按钮。
refused-summary-please = 都填好了。对的话请按“提交”，不对请按“修改”。
refused-nothing-yet = 还没有收到内容。请先说，再按“说完了，下一步”。
refused-too-long =
    太长了。这里最多 { $limit } 个字，现在有 { $actual } 个。
    请分短一点，或者发语音。
refused-too-many-files = 文件太多了，最多 { $limit } 个。请挑最要紧的发。
refused-not-a-number = 这里请写一个数，比如 5 或者 十二。
refused-not-a-sum = 这里请写多少钱，比如 3000 或者 1.5万。
refused-out-of-range = 这个数不对。请写 { $least } 到 { $most } 之间的数。
refused-in-the-future = 这一天还没有到。请写已经过去的日子。
refused-not-a-phone = 这不像电话号码。请写 11 位手机号，或者带区号的座机号。
refused-not-found-in-list = 没有找到。请换一个字试试，或者按下面的按钮一步一步选。
refused-consent-first = 请先看上面几句话，再按“同意”或者“不同意”。
refused-consent-needed =
    没关系。您不同意，我们什么都不记。
    您可以到{ $office }当面说，也可以打 12345。
    想在这里填，随时再按“同意”。
refused-sealed-takes-nothing = 这类事这里不能收，您刚才写的没有留下。请打 12388，或者按“上一步”换一件事。
refused-not-a-case-number = 这不像编号。编号写在回执上，比如“嘉信20261123-00482913”，只写数字也行。
refused-not-a-code = 这不像查询码。查询码是回执上的 20 个数字，请再看一看。
refused-sticker = 表情我们看不懂。请打字，或者按下面的按钮。
refused-poll = 投票这里用不上。请打字，或者按下面的按钮。
refused-video-note = 圆形的小视频这里收不了。请发语音，或者发普通视频文件。
refused-edited = 改过的消息我们看不到。请把改好的话重新发一次。
refused-unsupported = 这种消息这里收不了。请打字、发语音或者发照片。
refused-not-yours = 这个按钮不是这里的。请按下面的按钮。
refused-file-empty = 这个文件是空的。请再发一次，或者换一个。
refused-file-too-big = 这个文件太大了，最大 20 MB。请发小一点的，或者拍成照片发。
refused-file-not-allowed = 这种文件不收。请发照片、语音、PDF、Word 或者 Excel 文件。
refused-file-damaged = 这个文件打不开，可能没有传好。请再发一次，或者拍成照片发。
refused-file-bomb = 这个文件打开以后太大，收不了。请拍成照片发。
refused-file-too-long = 这段语音太长了，最长一小时。请分成几段发。
