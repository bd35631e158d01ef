# 录音：听和不听，试译的藏文旁边的中文，念录音的人看的话。

## 听语音
menu-listen = 听语音
menu-read = 不听语音
listening-on =
    好的，有录音的话会一起发给您。
    不想听了，就说“不听”。
listening-off = 好的，不再发录音了。
listening-none = 好的，记住了。现在还没有录音，等录好了就发给您。
# 网页上每段录音的名字。
voice-clip = 听这段话

## 试译
# 藏文还没有人审过的，后面带这一句，旁边有“中文”的按钮。
draft-mark = 藏文是试译。

## 给念录音的人
# card
voice-script =
    请一条一条念，每条存成一个文件。
    { $skipped } 的地方不念，停一下就好。
