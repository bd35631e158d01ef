# 和别的系统对接：通知地址、接口密钥、国家系统编号。工作人员看的话。

## 国家系统编号
staff-national = 国家信访系统编号
staff-national-none = 还没有填
staff-national-rule = 6 到 32 位：数字、拉丁字母、短横。空着保存就是去掉。
staff-national-save = 保存
staff-national-form = 这个编号的写法不对。请看下面的说明，再写一次。
staff-national-not-yours = 这个编号由信访局填写。
staff-done-national = 国家信访系统编号已经记下。
staff-move-national = 填国家系统编号
staff-by-system = 其他系统
staff-channel-above = 上级系统交来

## 通知地址
staff-webhooks = 对接通知
staff-webhooks-told = 每办一步，系统给这些地址发一条签了名的通知。里面只有编号、办了什么、日子和状态，没有个人信息。涉密的和限制查看的事不发。
staff-webhooks-none = 还没有地址。
staff-webhooks-add = 加一个地址
staff-webhooks-url = 网址
staff-webhooks-rule = 要用加密的网址（https），要在公网上。加好以后，从下一步开始发。
staff-webhooks-secret = 签名密钥，只显示这一次：
staff-webhooks-secret-keep = 请现在抄给对方的管理员。离开这一页就看不到了。
staff-webhooks-rotate = 换签名密钥
staff-webhooks-on = 打开
staff-webhooks-off = 停用
staff-webhooks-log = 发送记录
staff-webhooks-log-empty = 还没有发过。
staff-webhooks-log-told = 最新的 { $most } 条。
staff-webhooks-number-hidden = 编号不归您看
staff-webhooks-since = { $day }加的
staff-webhooks-failing = 从 { $time } 起一直发不到。
staff-webhooks-old = 旧密钥到 { $time } 以前还能用。
staff-webhooks-counts = 已发 { $sent }，等着发 { $queued }，没发成 { $failed }
staff-webhooks-tries = 试了 { $tries } 次
staff-webhooks-again = 再发一次
staff-webhooks-state-on = 在用
staff-webhooks-state-off = 停用
staff-webhooks-state-gone = 对方说地址已经撤销
staff-webhooks-state-failed = 多天发不到，已经停下
staff-webhooks-delivery-queued = 等着发
staff-webhooks-delivery-sent = 已发出
staff-webhooks-delivery-failed = 没发成
staff-webhooks-delivery-dropped = 不再发
staff-webhooks-done-on = 已经打开。等着的会接着发。
staff-webhooks-done-off = 已经停用。停用时办的事不会补发。
staff-webhooks-done-again = 已经排好再发一次，通知的号不变。
staff-webhooks-refused-https = 这个网址不安全。请用 https 开头的网址。
staff-webhooks-refused-form = 这个网址不能用。请写全，不要带用户名、密码和井号。
staff-webhooks-refused-private = 这个网址通到内部网络，不能用。
staff-webhooks-refused-unknown = 现在找不到这个网址。请看看有没有写错。
staff-webhooks-refused-known = 这个网址已经有了。

## 接口密钥
staff-api-keys = 接口密钥
staff-api-keys-told = 上级系统用密钥查看办理情况，或者交来事项。每答复一次都有记录。查看时没有个人信息。
staff-api-keys-api-off = 接口还没有打开（{ $setting }）。密钥可以先做好。
staff-api-keys-none = 还没有密钥。
staff-api-keys-add = 做一个密钥
staff-api-keys-name = 给哪个系统
staff-api-keys-scopes = 可以做什么
staff-api-keys-cases-read = 查看办理情况
staff-api-keys-intake-write = 交来事项
staff-api-keys-token = 密钥，只显示这一次：
staff-api-keys-made = { $by }，{ $day }做的
staff-api-keys-used = 最后一次用：{ $time }
staff-api-keys-unused = 还没有用过。
staff-api-keys-uses = 密钥使用记录
staff-api-keys-end = 作废
staff-api-keys-ended = { $time } 作废
staff-api-keys-done-end = 已经作废。再用它来的，一概不答。
staff-api-keys-name-missing = 请写给哪个系统，最多 { $most } 字。
staff-api-keys-scope-missing = 请选它可以做什么。名字最多 { $most } 字。
