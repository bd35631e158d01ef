# 回执、看进度、补充、答复和时间。

## 回执
receipt =
    您反映的事已经收到。
    编号：{ $number }
    查询码：
    { $code }
receipt-keep = 请抄下来，或者拍下来，收好。看进度要用编号和查询码。不要把查询码告诉别人。
receipt-next = 接下来，信访局会看您的事，转给该办的单位。每一步都会在这里告诉您。
already-filed = 这件事您已经提交过了，编号是 { $number }。不用再交一次。

## 看进度
progress-number = 请写编号，比如“嘉信20261123-00482913”，只写数字也行。在这里交过的，请按下面的编号。
progress-code = 请写查询码，就是回执上的 20 个数字。
not-found =
    编号或者查询码不对，没有找到。请看一看回执，再试一次。
    查询码丢了，请带身份证到信访局，工作人员给您换新的。
throttled = 试错的次数太多了。请过 { $minutes } 分钟再试。
code-needed =
    看 { $number }，要写查询码。
    手机可能几个人用，这样别人拿着也看不到。
    查询码丢了，请带身份证到信访局换新的。
case-head =
    编号：{ $number }
    { $matter }
    { $day }收到
case-filed = 现在：已经登记，信访局正在看。
case-forwarded = 现在：已经转给{ $unit }，等它受理。
case-objected = 现在：{ $unit }说这件事不归它管，信访局正在核实。
case-returned = 现在：已经交还信访局，信访局会转给别的单位。
case-accepted = 现在：{ $unit }已经受理，正在办。
case-declined = 现在：没有受理。理由和该走的路，请看通知。
case-redirected = 现在：已经导入另外的程序。找谁、怎么走，请看通知。
case-settled = 现在：已经达成协议。
case-answered = 现在：{ $unit }已经答复。
case-in_review = 现在：{ $unit }正在复查。
case-reviewed = 现在：复查意见出来了。
case-in_rereview = 现在：{ $unit }正在复核。
case-concluded = 现在：复核完了，这件事已经终结。
case-closed = 现在：已经办结归档。
case-withdrawn = 现在：您已经撤回了这件事。
case-waiting = 工作人员在等您补充情况。请按“补充情况”。

## 时间：单位答应的，法律规定的
clock-promise = { $what }：答应在{ $day }以前。
clock-promise-provisional = { $what }：争取在{ $day }以前，日子可能会变。
clock-law = { $what }：法律规定最晚{ $day }。
clock-law-provisional = { $what }：法律规定的最后一天大概是{ $day }，等放假安排公布了才定。
clock-forward = 信访局转给单位
clock-acceptance = 告诉您受理不受理
clock-objection = 单位可以说不归它管
clock-answer = 答复您
clock-answer_simple = 答复您
clock-answer_complex = 答复您
clock-own_limit = 答复您
clock-confirmation = 双方可以一起请法院确认协议
clock-review_window = 您可以申请复查
clock-review = 复查意见
clock-rereview_window = 您可以申请复核
clock-rereview = 复核意见
clock-retaliation = 告诉您受理不受理

## 答复
answer-text =
    编号：{ $number }
    答复：{ $outcome }

    { $text }
answer-review =
    您不满意，可以申请复查，就是请上一级单位再看一次。
    最晚{ $day }以前申请（《信访工作条例》第三十五条）。
answer-review-provisional =
    您不满意，可以申请复查，就是请上一级单位再看一次。
    最后一天大概是{ $day }（《信访工作条例》第三十五条）。请早一点申请。
answer-rereview =
    您不满意，可以申请复核，就是请再上一级单位再看一次。
    最晚{ $day }以前申请（《信访工作条例》第三十六条）。
answer-rereview-provisional =
    您不满意，可以申请复核，就是请再上一级单位再看一次。
    最后一天大概是{ $day }（《信访工作条例》第三十六条）。请早一点申请。
answer-final =
    这是最后的意见。
    还用同样的事实和理由来反映，各级都不再受理（《信访工作条例》第三十六条）。
outcome-supported = 支持您的要求
outcome-explained = 您说的有道理，但是没有法律规定可以这样办
outcome-not_supported = 不支持您的要求
outcome-upheld = 维持原来的意见
outcome-changed = 改变原来的意见
outcome-settled = 达成了协议

## 补充
supply-case = 您要给哪件事补充？请写编号。
supply-more =
    请说您要补充的情况。打字、语音、照片都可以。
    说完了请按“说完了，下一步”。
supplied = 收到了，已经放进 { $number }。办事的人会看到。

## 撤回
button-withdraw = 撤回
withdraw-sure =
    真的要撤回吗？撤回以后，我们就不再办这件事了。
    编号：{ $number }
button-withdraw-sure = 撤回这件事
button-withdraw-not = 不撤回

## 工作人员的问题
staff-asks =
    工作人员问您：
    { $text }
staff-asks-aloud = 工作人员录了音，问您一件事，请点开听。
staff-tells-aloud = 工作人员录了音，告诉您办理情况，请点开听。
staff-tells =
    工作人员告诉您：
    { $text }
