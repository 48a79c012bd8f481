package dev.cachewright.token;

import java.util.Random;

/// Texts of about a million tokens, made anew from the same seed each time.
final class LongTexts {

    private static final int TOKENS = 1_000_000;
    private static final String[] ENGLISH = """
            the of and to in is that it was for on are with as his they at be this from have or by one had not but what
            all were when we there can an your which their said if do will each about how up out them then she many some
            so these would other into has more her two like him see time could no make than first been its who now people
            my made over did down only way find use may water long little very after words called just where most know
            customer invoice refund shipping warranty account subscription payment dispute escalation policy response
            """.split("\\s+");
    private static final String[] CHINESE = """
            的 了 我们 可以 请求 系统 提示 缓存 前缀 模型 用户 问题 回答 使用 需要 如果 因为 所以 订单 退款 发票 客户 服务 时间 公司
            产品 价格 配送 地址 电话 帮助 说明 规则 政策 工作 今天 明天 已经 没有 不是 这个 那个 什么 怎么 为什么 大家 同时 以及 或者
            进行 提供 支持 处理 联系 确认 取消 修改 查询 完成 成功 失败 错误 信息 数据 文件 内容 部分 全部 人工智能 机器学习 第一次
            请稍等 谢谢您 非常抱歉 中华人民共和国 龘 犇 璀璨 蹊跷
            """.split("\\s+");
    private static final String[] CODE = {"public ", "static ", "int ", "return ", "value", "getName", "(", ")", " {\n",
            "    ", "}\n", ";\n", " = ", "HashMap<String, Integer>", "foo.bar()", " == null", "// note: ", "\"text\"",
            "if (", "for (int i = 0; i < n; i++) ", "list.add(", "0x1F", "42", "\t"};

    private LongTexts() {
    }

    static String of(String kind) {
        var random = new Random(7);
        var text = new StringBuilder();
        switch (kind) {
            case "English" -> {
                for (int words = 0; words < TOKENS * 9 / 10; words++) {
                    text.append(ENGLISH[random.nextInt(ENGLISH.length)]).append(words % 14 == 13 ? ".\n" : " ");
                }
            }
            case "code" -> {
                for (int i = 0; i < TOKENS * 6 / 10; i++) {
                    text.append(CODE[random.nextInt(CODE.length)]);
                }
            }
            case "Chinese" -> {
                for (int words = 0; words < TOKENS * 3 / 4; words++) {
                    text.append(CHINESE[random.nextInt(CHINESE.length)]);
                    text.append(words % 9 == 8 ? words % 45 == 44 ? "。\n" : "，" : "");
                }
            }
            case "one letter" -> text.repeat("a", TOKENS);
            case "spaces" -> text.repeat(" ", TOKENS);
            case "unbroken Chinese" -> random.ints(TOKENS, 0x4E00, 0x5E00).forEach(c -> text.append((char) c));
            default -> throw new IllegalArgumentException(kind);
        }
        return text.toString();
    }
}
