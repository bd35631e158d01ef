# 网页对话里的话：按钮、录音、断网、出错。标签要短。

web-title = ལམ་སྟོན 导引
web-messages = 对话
web-you = 您
web-bureau = 信访局
web-notice = 通知
web-write = 请在这里打字
web-write-or-press = 按上面的按钮，或者打字
web-send = 发送
web-answers = 请选一个
web-add = 照片、录音、文件
web-photo = 照片
web-document = 文件
web-voice = 录音
web-recording = 正在录音
web-spoken = 工作人员的录音
web-stop = 停止
web-discard = 不要了
web-no-microphone = 现在录不了音。请在浏览器里允许用麦克风，或者选一个录好的文件。
web-chosen = 选好了，请按“发送”。
web-remove = 去掉
web-more = 更多
web-larger = 大字
web-smaller = 小字
web-leave = 离开
web-clear = 清除这里的记录，离开
web-step = 第 { $step } 步，大约共 { $steps } 步

# 断网和出错
web-offline =
    没有网络，还没有发出去。
    您写的都在，有网络了会自动再发。
web-resend = 马上再发
web-sending = 正在发送
web-text-kept = 您写的都在下面，没有丢。
web-attach-again = 照片和文件，请再选一次。
web-too-big =
    发的东西太大了，没有收到。
    一个文件最大 20 MB，一次最多 9 个。请分几次发。
web-nothing-chosen = 请先打字，或者选一个文件。
web-received-before = 您前面发的一条已经收到了。下面这些话还没有发。
web-not-found = 没有这一页。
web-not-this-way = 这一页不能这样打开。
web-not-our-form = 这次没有收到。请回到对话里再发一次。
web-back-to-chat = 回到对话
web-arrival = 打开链接里的内容
web-hidden =
    以前提交的内容，在这里不再显示。
    用编号和查询码，可以看进度。
web-left = 您已经离开了。
web-cleared = 这里的记录已经清除了。
web-go-on = 去别的网页
