package dev.cachewright.ui;

import java.util.ArrayList;
import java.util.List;

/// Texts in right-to-left and other shaped scripts, alone and mixed with what else stands in prompts.
public final class MixedScripts {

    public static final String HEBREW = "זוהי פסקה בעברית שנכתבה כדי לבדוק כיצד נשברות השורות בחלון כאשר הטקסט ארוך"
            + " מדי לשורה אחת ולכן ממשיך בשורה השנייה ובשורה השלישית. ";
    public static final String ARABIC = "هذه فقرة باللغة العربية كتبت لاختبار كيفية كسر الأسطر في النافذة عندما يكون"
            + " النص طويلا جدا بحيث لا يتسع في سطر واحد، ثم يستمر في السطر الثاني. ";
    private static final String PERSIAN = "این یک بند فارسی است که می‌خواهیم با آن شکستن سطرها را در پنجره بیازماییم،"
            + " وقتی که متن از یک سطر بلندتر است و به سطر بعد می‌رود (۱۲۳۴۵). ";
    private static final String HINDI = "यह एक हिंदी का पैराग्राफ है जो यह जाँचने के लिए लिखा गया है कि पंक्तियाँ कैसे"
            + " टूटती हैं जब पाठ बहुत लंबा हो। ";

    private MixedScripts() {
    }

    /// Each text at each length, from one character to two thousand.
    public static List<String> all() {
        var all = new ArrayList<String>();
        for (String text : List.of(HEBREW, ARABIC, PERSIAN, HINDI,
                "An English line that ends with a word of Hebrew: שלום and goes on after it, for a while longer. ",
                "הזמנה 4711-A (גרסה 2.5): 19.90 USD, ראו https://example.com/a?b=1 וגם {{customer_name}}. ",
                "الطلب ٤٧١١ رقم 12,345.67 بتاريخ 2026-11-28، بنسبة 50% من {{total}}! ",
                "שָׁל֥וֹם עֲלֵיכֶ֖ם ‎e\u0301\u0323a\u0300 مُحَمَّدٌ رَسُولٌ ",
                "👩‍👩‍👧‍👦 שלום 🇮🇱 مرحبا 😀 hello 🏳️‍🌈 ",
                "\u202Ereversed\u202C \u2067isolated שלום\u2069 \u2066abc مرحبا\u2069 \u200Fmark\u200E \u061C١ ",
                "שלום\tעולם\tabc\tمرحبا\t1 ", "ארוך".repeat(40) + " " + "طويل".repeat(40) + " ",
                "עברית\nعربي\r\nשוב\n\n")) {
            for (int length : new int[]{1, 7, 60, 131, 400, 2_000}) {
                all.add(text.repeat(length / text.length() + 1).substring(0, length));
            }
        }
        return all;
    }
}
