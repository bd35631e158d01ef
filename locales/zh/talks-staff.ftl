# 等人回话：交回去，提醒工作人员。

staff-talk-back = 交回去，请别人回
staff-talk-back-told = 别的工作人员会收到提醒，群众不会收到通知。
staff-alert-talk = 有群众等人回话
staff-talk-where = 请在工作台的“等人回话”里回。
