# 我的信息：这里留着什么，看一遍，拿一份走，谁看过，删掉。条文：《个人信息保护法》第四十四条到第五十条。

menu-mydata = 我的信息
mydata-mine = 您想做什么？请按下面的按钮。
mydata-mine-whole = 全部看一遍
mydata-mine-export = 拿一份走
mydata-mine-readers = 谁看过我的事
mydata-mine-draft = 删掉没填完的
mydata-mine-erase = 删掉这里的全部内容
mydata-which = 哪一件？请按下面的按钮。
mydata-which-all = 全部，放在一起
mydata-which-talk = 只要这里的对话
mydata-code = 为了不让别人看到，请写这件事的查询码，就是回执上的 20 个数字。
mydata-code_each = 请写这件事的查询码，就是回执上的 20 个数字。这件不要，就按“跳过”。
mydata-code-of = 为了不让别人看到，每件事都要写查询码。编号：{ $number }
mydata-proven = 对了，{ $number } 会放进去。

## 留着什么
mydata-held = 这里留着您的这些信息：
mydata-held-language = 语言：中文。
mydata-held-messages = 对话：{ $count } 条，从{ $day }开始。
mydata-held-draft = 没填完的：有一份。
mydata-held-no-draft = 没填完的：没有。
mydata-held-files = 文件：{ $count } 个，还没有放进哪件事。
mydata-held-talk = 和工作人员的对话：{ $day }的，留到{ $until }，然后删掉。
mydata-held-cases = 您提交的事：{ $count } 件，信访局依法保存。
# card
mydata-held-rights =
    您可以看，可以拿一份走，可以要求改、要求删（《个人信息保护法》第四十五条、第四十六条、第四十七条）。
mydata-held-mistakes = 提交的事有写错的，请在“看进度”里按“补充情况”，或者告诉工作人员。

## 看和拿
mydata-you = 您
mydata-office = 信访局
mydata-draft = 没填完的：
mydata-files = 文件：
mydata-whole-end = 上面就是全部。
mydata-whole-page = 这是第 { $page } 页，一共 { $pages } 页。
mydata-copy =
    这是您的一份，是一个压缩文件。里面有您说的话，请不要给别人看。
    网页上的下载 { $minutes } 分钟后就没有了，可以再拿。
mydata-copy-made = 好了，在上面那一条。
mydata-fetch = 下载我的一份
# paper
mydata-readme-begin = 这是信访指引里留着的您的信息。《个人信息保护法》第四十五条说，您有权查阅、复制。
mydata-readme-read = { $name }：下面这些写成的字，手机上点开就能看。
mydata-readme-talk = { $name }：您和信访局在这里的对话，没填完的，还没有放进哪件事的文件。
mydata-readme-cases = { $name } 里面：您提交的事。有您填的内容、给您的通知、哪一天哪一类人看过或者办过。只有写了查询码的才在里面。
mydata-readme-talks = { $name } 里面：您和工作人员的对话，每次留到哪一天。
mydata-readme-files = { $name } 里面：您发的照片、录音和文件。
mydata-readme-end =
    想改正，想删除，想问怎么用：请在对话里按“我的信息”，或者到信访局。
    这个文件谁打开都能看，请收好。
mydata-readme-left-out = 下面这些文件太大，没有放进来。请在网页上拿，或者到信访局拿：

## 谁看过
mydata-openings = 编号：{ $number }
mydata-openings-earlier = 更早的还有 { $count } 条，在拿走的那一份里都有。
mydata-openings-names = 这里说的是哪一类人、做了什么。想知道是谁，可以问信访局。
mydata-opened = { $day }，{ $who }：{ $act }
mydata-sealed = { $day }收到。这类事只告诉您办到哪一步和日子。
mydata-by-resident = 您自己
mydata-by-clerk = 信访局工作人员
mydata-by-head = 信访局负责人
mydata-by-supervisor = 督查人员
mydata-by-discipline = 纪检监察人员
mydata-by-unit = 办事单位工作人员
mydata-by-admin = 系统管理员
mydata-by-clock = 系统自动
mydata-by-other = 工作人员
mydata-by-of = { $unit }工作人员
mydata-act-read = 看过
mydata-act-exported = 导出一份
mydata-act-code = 换了查询码
mydata-act-moved = 办了一步

## 删掉
# card
mydata-goes =
    会删掉：您选的语言，没填完的，这里的全部对话，没有放进哪件事的文件。
    删掉以后，我们自己也打不开。
# card
mydata-stays =
    会留下：您已经提交的事。
    法规要求信访局登记、录入、办理（《信访工作条例》第二十一条、第二十二条）。
    履行法定职责的，不用再问同不同意（《个人信息保护法》第十三条）。所以在这里删不了。
    用编号和查询码还能看。办事的通知还会发到这里。
    您觉得也应该删，可以向信访局提出。不删的，要说明理由；您不服，可以到法院起诉（《个人信息保护法》第四十七条、第五十条）。
mydata-stays-nothing = 您没有在这里提交过事，不用留下什么。
mydata-sure = 要全部删掉吗？
mydata-sure-yes = 删掉
mydata-sure-no = 不删
mydata-surer = 再问一次：删掉就找不回来了。真的删吗？
mydata-surer-yes = 真的删掉
mydata-surer-no = 不删
mydata-kept = 没有删，都还在。
mydata-erased = 已经全部删掉了。您提交的事还在信访局，用编号和查询码能看。
mydata-erased-all = 已经全部删掉了。
