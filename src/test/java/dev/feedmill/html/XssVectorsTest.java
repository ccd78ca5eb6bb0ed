package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class XssVectorsTest {
    private static final String BASE = "https://blog.example/2024/post/";
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    @Test
    void no_payload_survives_as_script_and_all_come_to_rest() throws IOException {
        List<String> payloads = payloads();
        assertThat(payloads).hasSizeGreaterThan(1_000);
        SoftAssertions softly = new SoftAssertions();
        for (String payload : payloads) {
            for (String html :
                    List.of(payload, "<p title=\"" + payload + "\">x</p>", "<a href=\"" + payload + "\">x")) {
                String clean = clean(html);
                softly.assertThat(Inspection.faults(clean)).as(html).isEmpty();
                softly.assertThat(clean(clean)).as(html).isEqualTo(clean);
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<svg><p><style><g title=\"</style><img src onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><mtext><table><mglyph><style><math><table id=\"</table>\"><img src onerror=alert(1)\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<template><s><template><s><img src=x onerror=alert(1)>@shafigullin</s></template></s></template>",
                "<select><template><img src=x onerror=alert(1)></template></select>",
                "<select><iframe></select><img src=x: onerror=alert(1)>",
                "<textarea><p id=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
                "<title><p title=\"</title><img src=x onerror=alert(1)>\">",
                "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
                "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">",
                "<iframe><p title=\"</iframe><img src=x onerror=alert(1)>\">",
                "<plaintext><p title=\"</plaintext><img src=x onerror=alert(1)>\">",
                "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=</style><img src onerror=alert(1)>",
                "<svg><annotation-xml><foreignobject><style><!--</style><p id=\"--><img src=x onerror=alert(1)>\">",
                "<a><table><td><a><table></table></a></td></table></a><svg><desc><td><title></title><a href=javascript:1>",
                "<p><button><p><img src=x onerror=alert(1)></button>",
                "<img src=`x`onerror=alert(1)>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!--<img src=\"--><img src=x onerror=alert(1)>\">",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a><a href=\" \u0001javascript:alert(1)\">y</a>",
                "<a href=\"javascript&colon;alert(1)\">x</a><a href=\"JaVaScRiPt&#58alert(1)\">y</a>",
                "<img srcset=\"javascript:alert(1) 1x, data:text/html,<script>1</script> 2x\" src=x>",
                "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+AAAAAAAAAAAA\">",
                "<math><annotation encoding=\"application/x-tex\"><img src=x onerror=alert(1)></annotation></math>",
                "<iframe src=\"https://youtube.com/embed/x\" title=\"<img src=x onerror=alert(1)>\"></iframe>",
                "<iframe src=\"javascript:'https://youtube.com/'\"></iframe><embed src=\"data:text/html,x\">",
                "<img data-src=\"javascript:alert(1)\"><noscript><img src=x onerror=alert(1)></noscript>"
            })
    void markup_made_to_change_its_meaning_when_read_again_does_not(String html) {
        String clean = clean(html);
        assertThat(Inspection.faults(clean)).as(clean).isEmpty();
        assertThat(clean(clean)).isEqualTo(clean);
    }

    private String clean(String html) {
        return sanitizer.sanitize(html, BASE) instanceof Sanitized.Clean clean
                ? clean.html().stored()
                : fail("refused: " + html);
    }

    /** Those of a file, handlers and addresses in every spelling, and public ones where they lie beside the project. */
    private static List<String> payloads() throws IOException {
        List<String> payloads = new ArrayList<>(Files.readAllLines(Path.of("src/test/resources/html/hostile.txt")));
        for (String element : List.of("a", "img", "svg", "video", "details", "p", "math", "x-y")) {
            for (String event :
                    List.of("onerror", "onload", "ONCLICK", "ontoggle", "onpointerrawupdate", "formaction")) {
                for (String gap : List.of(" ", "/", "\t", "\f", " x=\"\"", " x='>' ", "/x/", "\u0001 ")) {
                    payloads.add("<" + element + gap + event + "=alert(1)>x");
                }
            }
        }
        for (String carrier : List.of(
                "<a href=\"%s\">x</a>",
                "<img src='%s'>",
                "<iframe src=%s>",
                "<form action=\"%s\">",
                "<video poster=\"%s\">",
                "<object data='%s'>",
                "<q cite=\"%s\">x</q>",
                "<img srcset=\"%s 2x\">",
                "<svg><a xlink:href=\"%s\">x</a></svg>",
                "<source src=\"%s\">",
                "<area href=\"%s\">")) {
            for (String scheme : List.of(
                    "javascript:",
                    "JavaScript:",
                    "java\tscript:",
                    "java\nscript:",
                    "\u0001javascript:",
                    " javascript :",
                    "javascript&colon;",
                    "&#x6a;avascript:",
                    "&#0000106avascript:",
                    "java&Tab;script:",
                    "java\0script:",
                    "vbscript:",
                    "livescript:",
                    "data:text/html,",
                    "data:image/svg+xml;base64,",
                    "//javascript:",
                    "http://x@javascript:",
                    "\u2028javascript:",
                    "ｊavascript:",
                    "javas&#99ript:")) {
                payloads.add(carrier.formatted(scheme + "alert(1)"));
            }
        }
        Path real = Path.of("../shared/xss/vectors.json");
        return Files.exists(real) ? joined(payloads, payloads(real)) : payloads;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<String> payloads(Path file) throws IOException {
        List<String> payloads = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && "payload".equals(json.currentName())) {
                    payloads.add(json.getString());
                }
            }
        }
        return payloads;
    }
}
