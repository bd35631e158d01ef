# 复查、复核：能不能申请、到哪一天、找谁；说理由；交上去，或者给一张填好的表。

button-review = 申请复查
button-rereview = 申请复核
review-case = 您要给哪件事申请？请写编号。
review-offer =
    编号：{ $number }
    您可以申请复查：请{ $organ }再看一次（《信访工作条例》第三十五条）。
rereview-offer =
    编号：{ $number }
    您可以申请复核：请{ $organ }再看一次（《信访工作条例》第三十六条）。
review-last = 最晚{ $day }，{ $left }。
review-last-provisional = 最后一天大概是{ $day }，{ $left }。请早一点申请。
review-here =
    它请我们代收。在这里交，就算申请了。
    打字、语音、照片都可以。
review-form-follows = 它没有请我们代收，在这里说还不算申请。请打字说理由，我们把表填好，您自己交给它。
review-why =
    请说您为什么不满意，有什么要求。
    说完了请按“说完了，下一步”。

## 不能申请的时候
review-no-unanswered = { $number } 还没有答复，现在不能申请复查。
review-no-unopened =
    { $number } 的答复，您还没有打开。
    30 天从打开或者签收那天开始算，现在还没有开始。请先看答复。
review-no-passed = { $number }，申请的时间已经过了。
review-no-passed-day = { $number }，申请的最后一天是{ $day }，已经过了。
review-no-underway = { $number } 正在复查或者复核。请等结果，也可以补充情况。
review-no-final =
    { $number } 已经复核完，是最后的意见。
    还用同样的事实和理由来反映，各级都不再受理（《信访工作条例》第三十六条）。
review-no-other = { $number } 不是按《信访工作条例》第三十一条第六项答复的，没有复查这一步。
review-court = 这类事也许还可以申请行政复议，或者到法院起诉，都有期限。请打 12348 问清楚。
review-supervision =
    单位该受理的不受理，该支持的没有支持，或者一直拖，您可以请它的上级单位叫它改。
    （《信访工作条例》第四十四条、第四十五条）

## 填好的表
# card
review-hand-in =
    请把下面的表抄下来或者打印出来，签上名字，交给{ $organ }。最晚{ $day }（《信访工作条例》第三十五条）。
    { $place ->
        [none] 交到哪里，请先问信访局，也可以打 12345。
       *[other] 地方：{ $place }
    }
# card
rereview-hand-in =
    请把下面的表抄下来或者打印出来，签上名字，交给{ $organ }。最晚{ $day }（《信访工作条例》第三十六条）。
    { $place ->
        [none] 交到哪里，请先问信访局，也可以打 12345。
       *[other] 地方：{ $place }
    }
form-blank = ＿＿＿＿＿＿
# paper
review-form =
    信访复查申请书

    申请人：{ $name }
    电话：{ $phone }
    向谁申请：{ $organ }
    原来答复的单位：{ $unit }
    编号：{ $number }
    收到答复的日子：{ $day }
    要求和理由：
    { $text }

    签名：＿＿＿＿＿＿
    日期：＿＿＿＿＿＿
# paper
rereview-form =
    信访复核申请书

    申请人：{ $name }
    电话：{ $phone }
    向谁申请：{ $organ }
    原来复查的单位：{ $unit }
    编号：{ $number }
    收到复查意见的日子：{ $day }
    要求和理由：
    { $text }

    签名：＿＿＿＿＿＿
    日期：＿＿＿＿＿＿
