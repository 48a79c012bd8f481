import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Measures from outside how long two programs take from their start to the first painted window, by looking at the
/// screen: painted is when there are several colours in its middle, as text has.
///
/// `java FirstPaint.java RUNS HELLO-COMMAND -- APP-COMMAND`, on an otherwise empty display. The program after `--` is
/// run through its rehearsal, whose first line comes when the count of the sample was drawn.
final class FirstPaint {

    private static final int COLOURS = 6;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;
    private static final int LIMIT_SECONDS = 60;

    private final Robot robot;
    private final Rectangle middle;

    private FirstPaint() throws Exception {
        robot = new Robot();
        var screen = Toolkit.getDefaultToolkit().getScreenSize();
        middle = new Rectangle((screen.width - WIDTH) / 2, (screen.height - HEIGHT) / 2, WIDTH, HEIGHT);
    }

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[0]);
        List<String> all = Arrays.asList(arguments);
        int border = all.indexOf("--");
        new FirstPaint().compare(runs, all.subList(1, border), all.subList(border + 1, all.size()));
    }

    private void compare(int runs, List<String> hello, List<String> app) throws Exception {
        var hellos = new ArrayList<Double>();
        var firsts = new ArrayList<Double>();
        var counts = new ArrayList<Double>();
        System.out.println("run    hello-world  Cachewright  counted after");
        for (int run = 0; run <= runs; run++) {
            Start one = start(hello, false);
            Start other = start(app, true);
            // The first pair fills the caches of the disk.
            if (run == 0) {
                continue;
            }
            hellos.add(one.painted());
            firsts.add(other.painted());
            counts.add(other.counted() - other.painted());
            System.out.printf("%3d  %8.0f ms  %8.0f ms  %10.0f ms%n", run, hellos.getLast(), firsts.getLast(),
                    counts.getLast());
        }
        System.out.printf("median %6.0f ms  %8.0f ms  %10.0f ms%n", median(hellos), median(firsts), median(counts));
        System.out.printf("least  %6.0f ms  %8.0f ms  %10.0f ms%n", least(hellos), least(firsts), least(counts));
        System.out.printf("ratio of the medians %.2f, of the least %.2f; wanted at most 1.50, and the count in 300 ms%n",
                median(firsts) / median(hellos), least(firsts) / least(hellos));
    }

    /// When there was something to see, and when the rehearsal said that the count was drawn; in ms.
    private record Start(double painted, double counted) {
    }

    private Start start(List<String> command, boolean counts) throws Exception {
        Path home = Files.createTempDirectory("first-paint");
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CACHEWRIGHT_HOME", home.toString());
        builder.environment().put("CACHEWRIGHT_REHEARSAL", "yes");
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            while (!isPainted()) {
                if (!process.isAlive() || System.nanoTime() - began > LIMIT_SECONDS * 1e9) {
                    throw new IllegalStateException("No window came: " + command);
                }
                TimeUnit.MILLISECONDS.sleep(3);
            }
            double painted = (System.nanoTime() - began) / 1e6;
            if (counts) {
                awaitCount(process);
            }
            return new Start(painted, (System.nanoTime() - began) / 1e6);
        } finally {
            process.destroyForcibly().waitFor();
            while (isPainted()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            delete(home);
        }
    }

    private boolean isPainted() {
        BufferedImage image = robot.createScreenCapture(middle);
        int[] pixels = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        return Arrays.stream(pixels).distinct().limit(COLOURS).count() == COLOURS;
    }

    private static void awaitCount(Process process) throws IOException {
        String line = process.inputReader().readLine();
        if (line == null || !line.startsWith("count: ")) {
            throw new IllegalStateException("The rehearsal said: " + line);
        }
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double least(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
