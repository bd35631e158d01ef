# 反映困难：每个问题一条，名称（-label）一条，选项各一条。

## 先告诉您
complaint-consent =
    给信访局和办事单位看，为了办您的事。
    留到事情办完，再按档案规定保存。
    您可以看、可以改、可以撤回。同意吗？
complaint-consent-agree = 同意
complaint-consent-more = 看全部说明
complaint-consent-disagree = 不同意
# paper
complaint-consent-whole =
    个人信息怎么用（《个人信息保护法》第十七条）

    谁来收：{ $office }。{ $office_phone ->
        [none] 要联系，请到单位当面说，或者打 12345。
       *[other] 电话：{ $office_phone }。
    }
    收什么：您说的事、村子、照片和录音。您愿意留的话，还有姓名和电话。
    为了什么：登记和办理您反映的事，告诉您结果。不做别的用。
    谁会看到：信访局和办这件事的单位。您选“保密”，我们不把您的姓名和电话告诉被反映的人。
    怎么收：您自己发给我们。我们加密保存。您不发位置，我们就不知道您在哪里。
    留多久：没有提交的，您随时可以删掉。提交了的，按信访档案的规定保存。
    您的权利：可以问我们留了什么，可以要一份，可以改错，可以要求删除，可以收回同意。
    怎么用这些权利：在这里按“找工作人员”，或者到单位当面说。不答应，您可以投诉，也可以起诉。
    不满 14 岁的孩子，要由父母或者监护人同意（《个人信息保护法》第三十一条）。请他们来填，选“替别人反映”。
    同意不同意，都不影响您到单位当面反映。

## 什么事，在哪里
complaint-matter = 是哪一类事？请按下面的按钮，也可以用自己的话写一句。找不到，就选“其他的事”。
complaint-matter-label = 什么事
# card
complaint-sealed =
    这类事只给专办的人员看，被反映的人看不到。
    现在这里还不能安全地收，所以请不要在这里写。
    反映干部，请打 12388（纪检）。
    反映信访人员，请找{ $office_above }。
complaint-place = 事情在哪个乡镇、哪个村？请按按钮，也可以打村名。
complaint-place-label = 地方
complaint-facts =
    发生了什么事？请慢慢说。
    打字、语音都可以，可以分几条发。比如：什么时候、谁、怎么了。
complaint-facts-label = 情况
complaint-request = 您希望怎么解决？用自己的话说，比如：“把钱给我”“把路修好”“给我一个说法”。
complaint-request-label = 要求
complaint-since = 从什么时候开始的？比如：“去年10月”“2026年5月3日”。用自己的话说也可以。
complaint-since-label = 从什么时候
complaint-amount = 一共多少钱？大概的数也可以，比如：3000、1.5万。
complaint-amount-label = 多少钱
complaint-people = 一共有多少人遇到这件事？写一个数，比如：5。
complaint-people-label = 多少人
complaint-told_before = 这件事以前向信访局或者别的单位说过吗？
complaint-told_before-label = 以前说过吗
complaint-told_before-no = 没有说过
complaint-told_before-yes = 说过
complaint-told_where = 向哪个单位说过？他们怎么答复的？
complaint-told_where-label = 向谁说过
complaint-evidence =
    有照片、合同、欠条、录音吗？请发来，最多 9 个，一个最大 20 MB。
    没有就按“跳过”，也可以提交。
complaint-evidence-label = 照片和材料

## 谁反映的
complaint-behalf = 这是您自己的事，还是替别人反映？
complaint-behalf-label = 替谁反映
complaint-behalf-self = 我自己的事
complaint-behalf-other = 替别人反映
complaint-behalf_name = 您替谁反映？请写他的姓名。
complaint-behalf_name-label = 那个人的姓名
complaint-behalf_relation = 您是他的什么人？比如：儿子、邻居、村干部。
complaint-behalf_relation-label = 是什么关系
complaint-identity =
    您愿意留姓名吗？
    选“保密”，我们不把您的姓名和电话告诉被反映的人。
complaint-identity-label = 留不留姓名
complaint-identity-named = 留姓名
complaint-identity-confidential = 留姓名，要保密
complaint-identity-anonymous = 不留姓名
complaint-name = 您叫什么名字？请写身份证上的姓名。
complaint-name-label = 姓名
complaint-phone = 您的电话号码是多少？有事我们好找您。没有就按“跳过”。
complaint-phone-label = 电话

## 最后看一遍
complaint-summary = 请看一遍，对不对？
complaint-submit = 对的话，请按“提交”。不对，请按“修改”。
