# 打印出来的纸：回执、告知书、路线卡、复查申请书；查真假的网页。

## 名称
paper-heading-receipt = 信访登记回执
paper-heading-notice = 信访事项告知书（{ $what }）
paper-what-receipt = 登记回执
paper-what-forwarded = 转送
paper-what-accepted = 受理
paper-what-asked = 请您补充
paper-what-declined = 不予受理
paper-what-redirected = 导入程序
paper-what-fed_back = 办理进展
paper-what-settled = 调解协议
paper-what-extended = 延期
paper-what-corrected = 更正
paper-what-answered = 答复
paper-what-withdrawn = 撤回
paper-what-review_asked = 申请复查
paper-what-reviewed = 复查意见
paper-what-rereview_asked = 申请复核
paper-what-concluded = 复核意见
paper-what-retaliation = 反映打击报复
paper-heading-card = 该找谁、怎么办
paper-heading-review_form = 复查申请书

## 纸上的话
# paper
paper-told =
    编号：{ $number }
    { $day }，{ $unit }就您反映的事告知如下。
paper-outcome = 结果：{ $outcome }
paper-window = { $what }：从您收到那天算起 { $days } 天内。
paper-matter = 事情：{ $matter }
paper-law = 依据：{ $articles }
paper-text = 内容：
paper-made = 出具日期：{ $day }
# paper
paper-contact =
    { $office_phone ->
        [none] { $office }
       *[other] { $office }，电话：{ $office_phone }
    }
paper-verify = 用手机扫这个码，可以查这张纸是不是真的。
paper-draft = 藏文由机器起草，还没有人审定。

## 要自己写的
paper-blank-name = 姓名
paper-blank-code = 查询码
paper-blank-phone = 电话
paper-blank-address = 住址
paper-blank-request = 请求
paper-blank-reasons = 事实和理由
paper-blank-signed = 签名、日期

## 复查申请书
paper-review-to = 交给：{ $above }
# paper
paper-review-about =
    编号：{ $number }
    作出答复的单位：{ $unit }
    答复日期：{ $day }
paper-review-received = 收到答复的日期：{ $day }
paper-review-asked = 我对这个答复不服，请求复查。
paper-review-last = 最晚{ $day }以前交。

## 对话里
button-paper = 要一份文件（PDF）
button-paper-of = { $what }（PDF）
paper-ready = 这是给您的文件（PDF）。可以打印，也可以给别人看。
web-paper = 打开文件（PDF）

## 查真假的网页
verify-title = 查一张纸的真假
# card
verify-true =
    这个码是{ $office }签的。
    { $kind }
    编号：{ $number }
    日期：{ $day }
# card
verify-true-card =
    这个码是{ $office }签的。
    { $kind }
    事情：{ $matter }
    日期：{ $day }
verify-compare = 请对一对：纸上的名称、编号、日期，都要和这里的一样。不一样，就是假的。
# card
verify-false =
    这个码不是{ $office }签的，或者被人改过。
    请带着这张纸到信访局问一问。
verify-file = 有 PDF 文件，也可以在这里查：
verify-file-check = 查这个文件
verify-file-true = 这个文件是{ $office }出具的，一个字也没有改过。
verify-file-false = 这个文件不是{ $office }出具的，或者被人改过。
verify-scan = 请用手机扫纸上的码，就会打开这一页。
verify-checking = 正在查。没有反应，说明这个手机不能查，请到信访局问。
verify-key = 本单位的公钥
verify-key-true = 这个文件是这把公钥的单位出具的，一个字也没有改过。
verify-key-false = 这个文件不是这把公钥的单位出具的，或者被人改过。

## 墙上的图：路线图
# paper
poster-route-title = 路线图：什么事，先找谁
# paper
poster-route-lead =
    写的是第一步。情况不同，路也不同；期限从哪天算起，也不一样。
    不清楚的，请问信访局。
poster-first = 先找：{ $who }
poster-by = 期限：{ $name }，{ $time }
# paper
poster-danger = 有危险，先打电话：报警 { $police }，火警 { $fire }，急救 { $ambulance }，心里难受 { $mind }。
poster-scan = 用手机扫这个码，一步一步问清楚。
poster-drawn = { $day }印

## 墙上的图：导引图
# paper
poster-procedure-title = 导引图：您反映的事，一步一步怎么办
# paper
poster-procedure-lead = 每一步都有期限。单位答应的日子和法律规定的日子，都写在这里。
poster-tells = 告诉您
poster-beside = 这时还可以：
poster-anytime = 不分哪一步，都可以：
poster-when = 什么时候：{ $when }
poster-when-open = 还没有办完的时候
poster-when-worked-on = 登记以后、答复以前
poster-when-before = 受理以前
poster-always = 什么时候都可以（{ $articles }）。只交给那个单位的上级，别处看不到
poster-who = 谁办：{ $who }
poster-who-own = 本来就归信访局管的，信访局自己办
poster-clock = { $what }：{ $times }
poster-clock-simple = { $what }（简单的事）
poster-clock-complex = { $what }（复杂的事）
poster-promise = 答应 { $length }
poster-law = 法律规定 { $length }（{ $articles }）
poster-own-limit = 那件事自己的法律规定的期限
poster-law-petition = 走信访程序的，法律规定 { $length }（{ $articles }）
poster-move-receive = 打开答复，或者签收
poster-move-answer_review = 复查意见
poster-move-receive_review = 打开复查意见，或者签收
poster-move-conclude = 复核意见，终结
poster-move-receive_final = 打开复核意见，或者签收
poster-move-retaliation = 有人报复您，可以反映
poster-role-above = 上一级机关
poster-role-resident = 您
poster-role-clerk = 信访局
poster-role-unit = 承办单位
poster-role-head = 单位负责人
poster-role-clock = 到期自动
