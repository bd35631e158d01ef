# 工作台：登记来信来访、待办清单、一起转送、草稿、办完的。

## 登记
staff-register = 登记
staff-register-told = 来信、来访、来电等，在这里登记。期限从收到那天算。
staff-register-keys = 键盘：{ $tab } 下一项，{ $save } 登记。
staff-register-came_by = 怎么来的
staff-register-came_on = 收到的日子
staff-register-came_on-hint = 可以早于今天，不能晚于今天。15 天从这一天算（第二十二条）。
staff-register-matter = 什么事
staff-register-place = 地方
staff-register-facts = 反映什么
staff-register-request = 要求什么
staff-register-name = 姓名
staff-register-phone = 电话
staff-register-confidential = 要求保密
staff-register-told_by = 怎么告知
staff-told-by-phone = 打电话
staff-told-by-letter = 寄信
staff-told-by-in_person = 当面
staff-register-address = 寄信的地址
staff-register-language = 语言
staff-register-repeated = 初次还是重复
staff-register-first = 初次
staff-register-again = 重复（本人说的）
staff-register-owed = 欠多少钱（元）
staff-register-persons = 几个人
staff-register-representatives = 代表（多人共同反映）
staff-register-representatives-hint = 每行一位：姓名，后面写电话。最多 { $most } 位（第二十条）。
staff-register-scans = 扫描件
staff-register-kept = 已经收下的扫描件：
staff-register-drop = 不要这份
staff-register-do = 登记
staff-register-which = 是哪一个？
staff-register-refused = 还没有登记。有 { $count } 处要改，写的都在。
staff-register-missing = 请填这一项。
staff-register-too-long = 太长了：最多 { $limit } 字，现在 { $actual } 字。
staff-register-several = 可能是好几个，请选一个。
staff-register-unknown = 没有找到。请换个写法，或者从提示里选。
staff-register-not-a-day = 看不出是哪一天。请写成 2026-11-23 这样。
staff-register-future = 不能晚于今天。
staff-register-too_old = 早于 { $days } 天以前，请看看是不是写错了。
staff-register-not-a-phone = 电话号码不对。
staff-register-not-a-count = 请写 1 到 { $most } 的整数。
staff-register-not-a-sum = 请写多少元，最多到分。
staff-register-too-many = 代表最多 { $most } 位（第二十条）。
staff-register-one-a-line = 请一行写一位。
staff-register-fewer-persons = 人数不能比代表还少。
staff-register-needs-phone = 打电话告知的，请填电话。
staff-register-needs-address = 寄信告知的，请填地址。
staff-register-too-many-scans = 扫描件最多 { $most } 份，请去掉几份。
staff-registered = 已经登记
staff-registered-code = 查询码（只显示这一次）：
staff-registered-hand-over = 请抄在回执上，只交给反映人本人。
staff-registered-before = 这张表已经登记过了，没有再登记一次。
staff-registered-receipt = 打印回执
staff-registered-handed = 回执已当面交给本人
staff-registered-open = 打开这件事
staff-registered-more = 再登记一件
staff-channel-service = 导引服务
staff-channel-online = 网上投诉
staff-channel-suggestion = 网上建议
staff-channel-mailbox = 领导信箱

## 待办清单
staff-filter-own = 我经手的
staff-filter-today = 今天到期的
staff-filter-bo = 要懂藏文的
staff-facets = 筛选
staff-facet-kind = 种类
staff-facet-status = 状态
staff-facet-unit = 单位
staff-facet-came_by = 来处
staff-facet-town = 乡镇
staff-facet-do = 筛选
staff-facet-clear = 不筛选
staff-view-name = 给这样的清单取个名字
staff-view-save = 存下
staff-view-remove = 删掉“{ $name }”
staff-view-full = 最多存 { $most } 个，请先删掉一个。
staff-view-nameless = 请写个名字，最多 { $limit } 字。
staff-column-held = 谁在办
staff-queue-keys = { $pick } 选中，{ $forward } 一起转送，{ $find } 按编号找，{ $register } 登记。

## 一起转送
staff-bulk = 选中的一起转送
staff-bulk-told = 每件分别转送，各有通知和记录。办不了的会说明原因。
staff-bulk-do = 一起转送
staff-bulk-pick = 选中 { $number }
staff-bulk-none = 请先选几件，再选单位和简单、复杂。
staff-bulk-result = 一起转送的结果
staff-bulk-done = 转送了 { $done } 件，没有转 { $left } 件。
staff-bulk-forwarded = 已经转送
staff-bulk-back = 回到待办

## 草稿
staff-draft-kept = { $time } 已存草稿
staff-draft-restored = 这是您 { $time } 写的草稿。
staff-draft-other = { $name } 正在写“{ $move }”（{ $time }）
staff-draft-left = 您的草稿没有用上：{ $move }
staff-draft-drop = 扔掉草稿

## 办完的
staff-finished = 办完的
staff-finished-since = 收到日从
staff-finished-until = 到
staff-finished-find = 查
staff-finished-empty = 没有这样的事。
staff-finished-not-a-day = 日子请写成 2026-11-23 这样。
staff-column-filed = 收到日
