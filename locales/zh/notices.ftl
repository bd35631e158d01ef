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
