# Talking with a person of the office. While it is open the house itself says nothing.

person-begun = 您现在接到信访局的工作人员了。请直接说，他们看到就回。
person-later = 现在没有人上班。{ $day } { $time } 起有人回您。您现在就可以说，先替您收着。
person-privacy = 您说的只有信访局的工作人员看。说完以后留 { $days } 天，然后删掉。
person-sealed = 要举报干部，请不要写在这里，请打 12388。
person-passed = 收到了，已经转给工作人员。您可以接着说，也可以发照片。
person-says =
    信访局工作人员：
    { $text }
person-end = 不说了
person-end-sure = 不说了，回到原来的地方
person-stay = 接着说
person-leave = 您正在和工作人员说话。不说了吗？
person-go-on = 请接着说，工作人员会看到。
person-ended = 和工作人员的对话结束了。有事可以再找我们。
person-missed = 和工作人员的对话已经结束，刚才这一条没有收到。要说，请再按“找工作人员”。
person-closed = 工作人员结束了对话。有事可以再按“找工作人员”。
person-closed-silent = 一天没有说话，和工作人员的对话先结束了。有事可以再按“找工作人员”。
