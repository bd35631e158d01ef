# 路线图：一步步问清是什么事，再告诉该找谁、怎么办。分事的问题和各条路的话在 paths.ftl。

guidance-matter = 是哪一类事？请按下面的按钮，也可以用自己的话写一句。我们告诉您该找谁、怎么办。
guidance-card = 下一步怎么办？请按下面的按钮。
guidance-when = 我们帮您算最后一天。写哪年哪月哪日，比如：2026年5月3日。记不清，就按“跳过”。
menu-guidance = 该找谁、怎么办
button-file = 向信访局反映
button-more = 多久、不行怎么办
button-next-path = 看下一条路

## 卡片上的一行行
card-path = 第 { $number } 条路（共 { $count } 条）：{ $name }
card-only = 该走的路：{ $name }
card-who = 找谁：{ $who }
card-bring = 带上：{ $items }
card-by = 期限：{ $time }，{ $counted }。
card-by-other = 还有“{ $name }”：{ $by }
card-unread = 您写的日子我们没读懂，最后一天没有算。可以按“上一步”再写。
card-rough = 您说的日子不太准，这里按最早的一天算。
card-provisional = 那时候哪天放假还没有定，这一天可能会变。
card-cost = 费用：{ $cost }
card-call = 电话：{ $numbers }
card-law = 依据：{ $articles }
card-takes = 多久：{ $time }，{ $counted }。
card-takes-unsaid = 多久：我们手上的法律没有写几天。去的时候问一问，哪天有结果。
card-then = 不行的话：{ $following }
# card
card-sealed = 这类事请不要在这里写。请打 12388（纪检），或者找{ $office_above }。
card-length-day = { $amount } 天
card-length-working-day = { $amount } 个工作日
card-length-month = { $amount } 个月

## 找地方
button-near = 地方在哪里
button-other-village = 换一个村子
nearby-village = 您在哪个乡镇、哪个村？我们告诉您最近的地方。不想说，就按“跳过”。
nearby-near = 要看别的，请按下面的按钮。
refused-pin-unread = 位置我们不看，也不留。请在下面选村子，或者按“跳过”。
# card
near-unit =
    { $unit }
    { $where ->
        [none] 地址还没有填。
       *[other] 地址：{ $where }
    }
    { $phone ->
        [none] 电话还没有填。
       *[other] 电话：{ $phone }
    }
    { $hours ->
        [none] 上班时间还没有填，去以前请先问。
       *[other] 时间：{ $hours }
    }
near-unit-unknown =
    { $unit }
    地址和电话还没有填。
near-authority =
    { $who }
    地址还没有填。
near-walk = 离您最近、可以走去问的（{ $place }）：
near-county = 县城
near-ask = 没有填的，去以前请打 12345 问。
near-call = 也可以打电话：{ $numbers }
