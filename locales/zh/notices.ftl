# 该告诉您的通知。家里人可能共用手机，所以“请您补充”和“有答复”不写内容。

notice-receipt =
    { $day }，您反映的事已经登记。
    编号：{ $number }
    （《信访工作条例》第二十二条）
notice-forwarded =
    编号：{ $number }
    { $day }，您反映的事已经转给{ $unit }。
    它会告诉您受理不受理（《信访工作条例》第二十三条）。
notice-accepted =
    编号：{ $number }
    { $day }，{ $unit }已经受理您反映的事，正在办。
    办好了会告诉您结果（《信访工作条例》第二十三条）。
notice-asked =
    编号：{ $number }
    有一条新消息等您看（《信访工作条例》第三十一条）。
    请按下面的按钮。
notice-answered =
    编号：{ $number }
    有一条新消息等您看（《信访工作条例》第三十二条）。
    请按下面的按钮。
notice-withdrawn =
    编号：{ $number }
    { $day }，您撤回了这件事，我们不再办了。
    以后有需要，可以再反映（《信访工作条例》第二十一条）。
notice-review_asked =
    编号：{ $number }
    { $day }，您申请了复查，请{ $unit }再看一次。
    它要在 30 天里书面答复您（《信访工作条例》第三十五条）。
notice-reviewed =
    编号：{ $number }
    有一条新消息等您看（《信访工作条例》第三十五条）。
    请按下面的按钮。
notice-rereview_asked =
    编号：{ $number }
    { $day }，您申请了复核，请{ $unit }再看一次。
    它要在 30 天里提出意见（《信访工作条例》第三十六条）。
notice-concluded =
    编号：{ $number }
    有一条新消息等您看（《信访工作条例》第三十六条）。
    请按下面的按钮。
notice-retaliation =
    编号：{ $number }
    { $day }，收到了您反映的事（《信访工作条例》第四十六条）。
notice-declined =
    编号：{ $number }
    { $day }，{ $unit }没有受理您反映的事。{ $ground }
    详细的理由和该走的路，在下面的文件里（《信访工作条例》第二十三条）。
    该受理的没有受理，您可以请它的上级单位叫它改（第四十四条）。
notice-redirected =
    编号：{ $number }
    { $day }，您反映的事要走另外的程序：{ $path }。
    找谁：{ $authority }
    { $led }（《信访工作条例》第三十一条）
notice-fed_back =
    编号：{ $number }
    有一条新消息等您看（《信访工作条例》第三十一条）。
    请按下面的按钮。
notice-settled =
    编号：{ $number }
    有一条新消息等您看（《信访工作条例》第三十三条）。
    请按下面的按钮。
notice-extended =
    编号：{ $number }
    { $day }，{ $unit }延长了办理的时间。只能延长一次。
    理由在下面的文件里（《信访工作条例》第三十四条）。
notice-corrected =
    编号：{ $number }
    { $day }，前面的一条通知有错，已经更正。
    现在到哪一步，请看进度（《信访工作条例》第二十一条）。

## 不受理的理由；导入什么程序
ground-in_hand = 下级单位已经受理，或者正在办，请等它的结果（第十九条）。
ground-concluded = 这件事已经复核完，是最后的意见，不再受理（第三十六条）。
procedure-litigation = 到法院打官司（诉讼）
procedure-reconsideration = 行政复议
procedure-arbitration = 仲裁
procedure-procuratorate = 请检察院监督
procedure-police = 公安机关处理
procedure-discipline = 纪检监察处理
procedure-party = 党员申诉、申请复审
procedure-administrative = 行政裁决、许可、处罚等程序
led-sent = 我们已经把材料转过去了。
led-guided = 请您自己向它提出，不要过了期限。
