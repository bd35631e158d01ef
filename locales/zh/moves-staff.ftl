# 工作人员看的话：全部办法、要填的、期限。和 staff.ftl 一样写。

## 事情到了哪一步
staff-status-objected = 单位提出异议
staff-status-returned = 已交还信访局
staff-status-declined = 不予受理
staff-status-redirected = 已导入程序
staff-status-settled = 已达成协议

## 办法
staff-move-object = 提出异议
staff-move-uphold_objection = 同意异议，收回
staff-move-refuse_objection = 不同意异议
staff-move-decline = 不予受理
staff-move-redirect = 导入别的程序
staff-move-meet = 记录见面
staff-move-feed_back = 反馈进展
staff-move-mediate = 记录调解
staff-move-extend = 延期
staff-move-carry_out = 记录执行
staff-move-hear = 记录听证
staff-move-supervise = 督办
staff-move-report_upward = 紧急报告
staff-move-correct = 更正上一步
staff-move-recount = 日期确定

staff-told-object = 不归本单位管的，收到以后 5 个工作日内提出，详细说明理由（第二十三条）。信访局核实以后收回或者退给您。
staff-told-uphold_objection = 收回以后要另外转送。信访局的 15 天不重新算。
staff-told-refuse_objection = 还由这个单位受理。它告知反映人的 15 天照算，不能再提异议。
staff-told-decline = 只有两种情况可以：下级已经受理或者正在办（第十九条），或者已经终结（第三十六条）。不归本单位管的，请提异议或者导入程序。该受理的不受理，要追究责任（第四十四条）。
staff-told-redirect = 应当走诉讼、仲裁、复议等程序的，导入那个程序（第三十一条）。来信涉诉的转政法单位，检举控告转纪检监察（第二十二条）。反映人会收到通知。
staff-told-meet = 三见面：开始、中间、答复时各见一次。谁说了什么，简单记下。
staff-told-feed_back = 告诉反映人办得怎么样了。通知里不写内容，反映人点开才看到。
staff-told-mediate = 双方同意才能调解（第三十三条）。达成协议的，写上协议的内容，这件事就不再答复。没有达成的，照常办。
staff-told-extend = 只能一次，最多 30 天，要在 60 天以内批准（第三十四条）。理由会告诉反映人。
staff-told-carry_out = 答复支持的，做了什么、哪天做的，在这里记下（第三十二条）。
staff-told-hear = 复核时听证用了几天，在这里记下。这几天不算在 30 天里（第三十六条）。
staff-told-supervise = 怎么督办的、结果怎么样，在这里记下（第四十条）。
staff-told-report_upward = 只限危及人身安全的事（第二十五条）。反映人的意见、看法，不是报告的理由。
staff-told-correct = 上一步办错了，在这里撤销：状态、单位、期限都回到办错以前。两步都留在记录里，反映人会再收到通知。
staff-undoes = 现在撤销的是“{ $move }”。

staff-done-object = 异议已经提出。信访局会核实。
staff-done-uphold_objection = 已经收回。请另外转送。
staff-done-refuse_objection = 已经退给原单位。
staff-done-decline = 已经记下不予受理。给反映人的通知已经排好。
staff-done-redirect = 已经导入程序。给反映人的通知已经排好。
staff-done-meet = 见面已经记下。
staff-done-feed_back = 进展已经告诉反映人。通知已经排好。
staff-done-mediate = 调解已经记下。
staff-done-extend = 已经延期。给反映人的通知已经排好。
staff-done-carry_out = 执行情况已经记下。
staff-done-hear = 听证已经记下，期限已经顺延。
staff-done-supervise = 督办已经记下。
staff-done-report_upward = 紧急报告已经记下。
staff-done-correct = 已经更正。给反映人的通知已经排好。

## 要填的
staff-part-assisting = 协办单位（可以不选，可以选几个）
staff-part-ground = 不予受理的理由
staff-part-path = 什么程序
staff-part-authority = 由谁处理
staff-part-led = 怎么导入
staff-part-amount = 涉及多少钱（元，可以不填）
staff-part-meeting = 哪一次见面
staff-part-agreed = 达成协议没有
staff-part-days = 延长几天（最多 30 天）
staff-part-hearing_days = 听证用了几天
staff-part-done_on = 哪天做的
staff-part-signed_on = 哪天签收的（今天的可以不填）
staff-part-means = 怎么督办
staff-part-danger = 什么危险
staff-part-undone = 撤销的是
staff-reason-object = 为什么不归本单位管
staff-reason-uphold_objection = 核实的情况
staff-reason-refuse_objection = 为什么不同意
staff-reason-decline = 要告诉反映人的理由，和该走的路
staff-reason-redirect = 要告诉反映人的（可以不填）
staff-reason-extend = 延期的理由
staff-reason-correct = 错在哪里
staff-reason-hear = 听证的情况（可以不填）
staff-text-meet = 见面时说了什么
staff-text-feed_back = 要告诉反映人的进展
staff-text-mediate = 协议的内容，或者没有达成的情况
staff-text-carry_out = 做了什么
staff-text-supervise = 督办的情况和结果
staff-text-report_upward = 发生了什么，已经做了什么
staff-ground-in_hand = 下级已经受理或者正在办（第十九条第三款）
staff-ground-concluded = 已经终结，还是同一事实和理由（第三十六条第三款）
staff-path-litigation = 诉讼
staff-path-reconsideration = 行政复议
staff-path-arbitration = 仲裁
staff-path-procuratorate = 检察机关立案、监督
staff-path-police = 公安机关程序
staff-path-discipline = 纪检监察
staff-path-party = 党员申诉、申请复审
staff-path-administrative = 行政裁决、确认、许可、处罚
staff-led-sent = 材料转过去
staff-led-guided = 引导本人去
staff-meeting-first = 开始时
staff-meeting-midway = 办理中
staff-meeting-answer = 答复时
staff-agreed-yes = 达成了
staff-agreed-no = 没有达成
staff-means-call = 电话督办
staff-means-letter = 发函督办
staff-means-visit = 实地督办
staff-means-listing = 挂牌督办
staff-means-circular = 通报
staff-danger-life = 有人的生命或者健康有危险
staff-danger-fire = 火灾、爆炸
staff-danger-disaster = 洪水、滑坡、雪灾、地震、倒塌
staff-danger-disease = 疫病、中毒
staff-danger-other = 别的人身危险
staff-days-of = { $days } 天
staff-yuan = { $amount } 元
staff-case-assisting = 协办：{ $units }

## 期限
staff-term-own_limit = 答复（那件事自己的法律）
staff-term-confirmation = 双方申请司法确认
staff-term-closing_answered = 归档
staff-term-closing_led = 归档
staff-clock-units = 单位可以用的时间，不是期限
staff-clock-closing = 到期归档，没有谁要办

## 不行的时候
staff-refused-not_a_number = “{ $part }”请填整数，不能太大。
staff-refused-not_a_day = “{ $part }”请填登记以后、今天以前的日期。
staff-refused-not_since_answer = “{ $part }”请填答复那天以后、今天以前的日期。
staff-refused-not_money = “{ $part }”请只填数字，比如 1234.50。

## 工作人员的 Telegram
staff-bot-choose-ground = 不予受理的理由是哪一种？
staff-bot-choose-meeting = 是哪一次见面？
staff-bot-choose-agreed = 达成协议没有？
staff-bot-choose-means = 怎么督办的？
staff-bot-choose-danger = 是什么危险？
staff-bot-write-object = 请直接回复这条消息，写上为什么不归本单位管。
staff-bot-write-uphold_objection = 请直接回复这条消息，写上核实的情况。
staff-bot-write-refuse_objection = 请直接回复这条消息，写上为什么不同意。
staff-bot-write-decline = 请直接回复这条消息，写上理由和该走的路。反映人会看到。
staff-bot-write-meet = 请直接回复这条消息，写上见面时说了什么。
staff-bot-write-feed_back = 请直接回复这条消息，写上要告诉反映人的进展。
staff-bot-write-mediate = 请直接回复这条消息，写上协议的内容，或者没有达成的情况。
staff-bot-write-supervise = 请直接回复这条消息，写上督办的情况和结果。
staff-bot-write-report_upward = 请直接回复这条消息，写上发生了什么，已经做了什么。
staff-bot-write-correct = 请直接回复这条消息，写上错在哪里。
staff-alert-objected = 单位提出了异议
staff-alert-returned = 异议同意了，已经收回
staff-alert-refused = 异议没有同意，还请受理
staff-alert-corrected = 上一步更正了
