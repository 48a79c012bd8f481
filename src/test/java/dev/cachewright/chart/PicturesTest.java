package dev.cachewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.words.ChartTexts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PicturesTest {

    private static final Ruler RULER = Ruler.estimating(11);

    @Test
    void theSvgHasEachShapeOfTheDrawing() throws Exception {
        var calls = new ChartCalls(SampleBars.breakpoints(), 1_024);
        var layers = EnumSet.allOf(Layer.class);
        Drawing drawing = new ChartLayout(RULER, new ChartTexts())
                .picture(calls, new ChartLayout.View(600, 340, Sight.newest(), layers, -1)).drawing()
                .above(Legend.drawing(calls, layers, RULER, new ChartTexts(), 600)).framed(12);

        Document svg = parsed(new SvgWriter(Palette.light(), RULER).write(drawing, "Six calls"));

        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("624");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Six calls");
        assertThat(svg.getElementsByTagName("text").getLength()).isEqualTo(count(drawing, Shape.Words.class));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(count(drawing, Shape.Line.class));
        assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(count(drawing, Shape.Area.class));
        assertThat(svg.getElementsByTagName("pattern").getLength()).isEqualTo(4);
        // Each pattern has a rectangle of its own.
        assertThat(svg.getElementsByTagName("rect").getLength() - 4).isEqualTo(count(drawing, Shape.Box.class));
    }

    @Test
    void wordsOfAnyKindAreXml() throws Exception {
        String wild = "a<b> & \"c\" \u0000\u0007 \uD83D\uDE00 ]]> naïve";
        var drawing = new Drawing(10, 10, List.of(new Shape.Words(1, 2.345, wild, Shape.Anchor.START,
                Role.CHANGE_WORD)));

        Document svg = parsed(new SvgWriter(Palette.dark(), RULER).write(drawing, wild));

        assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("a<b> & \"c\"  \uD83D\uDE00 ]]> naïve");
        assertThat(svg.getElementsByTagName("text").item(0).getAttributes().getNamedItem("y").getNodeValue())
                .isEqualTo("2.35");
    }

    /// Without a colour every kind of bar still has its own look.
    @Test
    void noTwoKindsOfBarHaveTheSamePattern() {
        assertThat(List.of(Role.CACHED, Role.WRITTEN, Role.UNCACHED, Role.MISSED, Role.UNKNOWN))
                .extracting(Role::pattern).doesNotHaveDuplicates();
    }

    @Test
    void aPngHasThePixelsThatItWasGiven() throws Exception {
        var chance = new Random(7);
        int[] pixels = chance.ints(37L * 23).map(pixel -> pixel | 0xFF000000).toArray();

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngWriter.write(pixels, 37)));

        assertThat(read.getRGB(0, 0, 37, 23, null, 0, 37)).containsExactly(pixels);
    }

    private static long count(Drawing drawing, Class<? extends Shape> type) {
        return drawing.shapes().stream().filter(type::isInstance).count();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
