# 工作台：案卷旁边的东西——工作法、记录、相关的事、常用答复、等藏文的答复。官方用语，写短。

## 案卷旁边
staff-method = 两告知、一反馈、三见面、一引导
staff-method-owed = 还没做
staff-method-none = 没有做
staff-case-keys = 键盘：
staff-keys-moves = 打开办法
staff-keys-note = 写记录
staff-keys-print = 打印
staff-keys-list = 回列表
staff-transcript = 录音里说的话
staff-transcript-keep = 记下
staff-move-transcript = 记录录音
staff-done-transcript = 录音里的话已经记下。
staff-notes = 工作记录
staff-notes-who = 只给能看这件事的工作人员看，反映人看不到。
staff-note-add = 写一条
staff-done-note = 已经记下。
staff-related = 相关的事
staff-related-add = 放在一起
staff-related-hint = 您知道是同一件事、同一批人的，写下编号。系统不会自己去比对。
staff-related-number = 另一件事的编号
staff-related-part = 分开
staff-done-related = 已经改好。
staff-beside-empty = 请写内容。
staff-beside-long = 太长了。请写短一点。

## 常用答复
staff-replies = 常用答复
staff-replies-what = 两种文字都写好，用的时候按反映人读的文字填进去。
staff-replies-new = 新的常用答复
staff-replies-hint = 里面可以写：
staff-replies-of-number = 编号
staff-replies-of-unit = 办理单位
staff-replies-of-day = 今天
staff-replies-of-phone = 电话
staff-replies-title_zh = 名称（汉文）
staff-replies-title_bo = 名称（藏文）
staff-replies-text_zh = 内容（汉文）
staff-replies-text_bo = 内容（藏文）
staff-replies-for-all = 所有单位都能用
staff-replies-all = 所有单位
staff-replies-end = 不再用
staff-replies-none = 还没有常用答复。
staff-replies-fill = 填入常用答复
staff-replies-both = 两种文字都要写。
staff-replies-long = 太长了。请写短一点。
staff-replies-variables = 大括号里的词不认识。
staff-replies-not-allowed = 给所有单位用的，由信访局来写。
staff-replies-made = 已经存好。
staff-replies-ended = 已经不再用。

## 等藏文的答复
staff-translating = 等藏文
staff-translating-what = 用汉文写给读藏文的人的话，先到这里。写好藏文，才会发出去。办理期限照算。
staff-translating-tibetan = 藏文
staff-translating-send = 发出去
staff-translating-back = 退回
staff-translating-none = 没有要翻译的。
staff-held = 等藏文的答复
staff-held-waiting = 等藏文
staff-held-made = 藏文写好了，已经发出
staff-held-given_back = 已经退回
staff-held-as_written = 没等藏文，就用汉文发出了
staff-held-due = 法律规定的最后一天：{ $day }，{ $left }
staff-held-no-tibetan = 请用藏文写。
staff-held-overtaken = 这一步现在不能办了，没有发出，已经退回给写的人。
staff-held-gone = 别人已经办了这一条。
staff-held-as-chinese = 就用汉文发
staff-held-hint = 这位反映人读藏文。用汉文写的，先请人翻译再发；急的可以就用汉文发。
staff-done-held = 已经交给翻译。藏文写好就发出。
staff-done-as_written = 已经用汉文发出。
