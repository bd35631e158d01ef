# 工作人员用语：说给反映人听的录音
staff-part-voice = 录音
staff-voice-alone = 可以写字，可以录音，也可以两样都有。对方打开时就能听到。
staff-voice-beside = 可以把答复念一遍，对方打开时就能听到。答复本身还是要写成文字。
staff-voice-kept = 录音已存好，发的时候一起发。
staff-voice-left-out = 不发这段录音
staff-voice-record = 开始录音
staff-voice-stop = 停止
staff-voice-discard = 不要了
staff-voice-not-allowed = 这个文件不是录音，请换一个。
staff-voice-lost = 录音没有收到，请再发一次。
