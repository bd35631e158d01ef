# 评价：满意不满意，为什么。办事的单位看不到是谁评的。

button-rate = 评价
rating-case = 您要评价哪件事？请写编号。
rating-rating =
    这件事办得怎么样？
    办事的单位看不到是谁评的。
rating-rating-satisfied = 满意
rating-rating-soso = 基本满意
rating-rating-not = 不满意
rating-why =
    为什么？打字、语音都可以。不想说，就按“跳过”。
    说完了请按“说完了，下一步”。
rated = 谢谢，您的评价记下了：{ $rating }。归档以前还可以改。
not-rated = { $number } 现在不能评价。有了答复、还没有归档的时候才可以。
