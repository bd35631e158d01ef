# 约访：约领导接待的时间，看、取消、提醒。

## 先告诉您
visit-consent =
    给信访局和接待的领导看，为了安排见面。
    姓名和电话可以不填，见面以后 30 天删掉。
    您可以看、可以改、可以取消。同意吗？
visit-consent-agree = 同意
visit-consent-more = 看全部说明
visit-consent-disagree = 不同意
# paper
visit-consent-whole =
    约见时个人信息怎么用（《个人信息保护法》第十七条）

    谁来收：{ $office }。{ $office_phone ->
        [none] 要联系，请到单位当面说，或者打 12345。
       *[other] 电话：{ $office_phone }。
    }
    收什么：哪一天来、为了哪一类事、来几个人、说什么话。您愿意留的话，还有姓名和电话。
    为了什么：安排领导当面接待您，有变化告诉您。不做别的用。
    谁会看到：信访局管接待的人和接待您的领导。
    怎么收：您自己发给我们。姓名和电话加密保存。
    留多久：姓名和电话在见面那天以后 30 天删掉。
    您的权利：可以问我们留了什么，可以改错，可以要求删除，可以取消。
    怎么用这些权利：在这里按“找工作人员”，或者到单位当面说。不答应，您可以投诉，也可以起诉。
    不满 14 岁的孩子，要由父母或者监护人同意（《个人信息保护法》第三十一条）。
    同意不同意，都不影响您到单位当面反映。

## 哪一天，什么事，几个人
visit-slot = 您想什么时候来？请按下面的按钮。
visit-slot-label = 时间
visit-day = { $month }月{ $day }日 { $who }
# card
visit-when =
    { $day }（{ $weekday }）{ $hours }
    接待：{ $who }
    地点：{ $place }
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
visit-matter = 为了什么事？请按下面的按钮。在这里反映过的，请按它的编号。
visit-matter-label = 什么事
# card
visit-sealed =
    这类事只给专办的人员看，被反映的人看不到。
    在这里约，别人可能会知道，所以请不要在这里约。
    反映干部，请打 12388（纪检）。
    反映信访人员，请找{ $office_above }。
visit-people = 一共来几个人？请按下面的按钮。
visit-people-label = 来几个人
visit-people-more = 6 个人以上
visit-speaks = 见面的时候，您说什么话？
visit-speaks-label = 说什么话
visit-speaks-bo = 藏语
visit-speaks-zh = 汉语
visit-speaks-interpreter = 要翻译
visit-name = 您叫什么名字？不想留，就按“跳过”。
visit-name-label = 姓名
visit-phone = 您的电话号码是多少？有变化我们好找您。没有就按“跳过”。
visit-phone-label = 电话
visit-summary = 都填好了，请看一看对不对：
visit-submit = 对的话请按“提交”，不对请按“修改”。
refused-five-representatives =
    大家一起反映的事，请推选代表来，最多 5 位（《信访工作条例》第二十条）。
    选好了，请按来几位。
refused-slot-taken = 这个时间已经约满了。请选别的时间。

## 约好了
# card
visit-booked =
    约好了。约号：{ $number }
    { $when }
# card
visit-already =
    这个时间您已经约好了，不用再约。约号：{ $number }
    { $when }
# card
visit-bring =
    来 { $people } 个人。
    请带身份证和有关的材料，提前 10 分钟到。来不了，请早一点在这里取消。
visit-will-remind = 前一天我们会在这里提醒您。
visit-slot-gone = 对不起，这个时间刚刚被别人约走了。
visit-kept = 您填的别的都在。请另选一个时间。
visit-enough = 您已经约了 { $most } 次，还没有到。要再约，请先取消一次。
visit-none =
    现在没有可以约的时间。{ $office_phone ->
        [none] 请到{ $office }当面问，或者打 12345。
       *[other] 请打电话问{ $office }：{ $office_phone }
    }

## 看和取消
visit-mine = 您约好的时间：
# card
visit-line =
    约号：{ $number }
    { $when }
    来 { $people } 个人
visit-new = 再约一个时间
visit-see-mine = 看约好的时间
visit-cancel = 取消 { $number }
visit-cancel-sure =
    真的要取消吗？取消以后，这个时间就给别人了。
    约号：{ $number }
visit-cancel-yes = 取消这一次
visit-cancel-no = 不取消
visit-cancelled =
    已经取消了。约号：{ $number }
    原来的时间：{ $day }（{ $weekday }）{ $hours }
visit-unknown = 没有找到这个约号，或者已经过了、已经取消了。

## 提醒和变化。手机可能几个人用，所以不写见谁、什么事。
visit-time = { $day }（{ $weekday }）{ $hours }
visit-remind =
    提醒您，约好的时间快到了。
    { $day }（{ $weekday }）{ $hours }
    约号：{ $number }
visit-moved =
    您约的时间换了。
    原来：{ $was }
    现在：{ $now }
    约号：{ $number }
visit-called-off =
    对不起，您约的时间取消了，请另约一个时间。
    原来：{ $day }（{ $weekday }）{ $hours }
    约号：{ $number }
