# 工作人员看的话：谁在办一件事（认领）。

staff-claim-title = 谁在办
staff-claim-button = 我来办
staff-claim-let_go = 不办了，放开
staff-claim-mine = 您在办，留到 { $time }
staff-claim-held = { $who }在办，留到 { $time }
staff-move-claim = 认领
staff-move-let_go = 放开
staff-done-claim = 这件事归您办了。30 分钟内别人不能办，您每办一步就重新算。
staff-done-let_go = 已经放开，别人可以办了。
staff-refused-held = { $who }正在办这件事，留到 { $time }。您的这一步没有办。
