package dev.cachewright.provider.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;

/// Sits between the SDK and the socket: sends our own bytes, keeps the call for cancelling, and keeps what a server
/// says when it refuses, which the SDK loses where it is not the JSON that it expects.
///
/// One for each server and key.
public final class Wire extends EventListener implements Interceptor, AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType EVENTS = MediaType.get("text/event-stream");
    private static final long LONGEST_ERROR = 64 * 1024;

    private final Route route;
    private final String key;
    private final ConnectionPool pool = new ConnectionPool();
    private final ScopedValue<Exchange> current = ScopedValue.newInstance();
    private final OkHttpClient client;

    /// @param key empty where there is none
    Wire(Route route, String key) {
        this.route = route;
        this.key = key;
        OkHttpClient.Builder builder = new OkHttpClient.Builder().followRedirects(false)
                .socketFactory(new EagerSockets()).connectionPool(pool).connectTimeout(route.connect())
                .readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO).retryOnConnectionFailure(true)
                .addInterceptor(this).eventListener(this);
        route.proxy().ifPresent(proxy -> builder.proxy(new Proxy(Proxy.Type.HTTP, proxy)));
        this.client = builder.build();
    }

    /// What a dialect sends its requests with, on the thread that it is asked on.
    public OkHttpClient client() {
        return client;
    }

    /// Sends the request of this thread to an address.
    ///
    /// @throws IOException where there is no answer, or a refusal
    public Opened post(String url, Map<String, String> headers) throws IOException {
        return open(new Request.Builder().url(url).post(RequestBody.create(new byte[0], JSON)), headers);
    }

    /// Asks an address without a body.
    ///
    /// @throws IOException where there is no answer, or a refusal
    Opened get(String url, Map<String, String> headers) throws IOException {
        return open(new Request.Builder().url(url).header("Accept", JSON.toString()), headers);
    }

    private Opened open(Request.Builder request, Map<String, String> headers) throws IOException {
        headers.forEach(request::header);
        Response response = client.newCall(request.build()).execute();
        if (!response.isSuccessful()) {
            response.close();
            throw new IOException("HTTP " + response.code());
        }
        String type = String.valueOf(response.header("content-type", ""));
        return new Opened(response.code(), type, response.body().byteStream(), response);
    }

    /// The address of a path of this server: below its base URL, or with a slash before it, below the base URL without
    /// the `/v1` at its end.
    public String address(String path) {
        return path.startsWith("/") ? baseUrl().replaceFirst("/v1$", "") + path : baseUrl() + "/" + path;
    }

    public String baseUrl() {
        return route.baseUrl();
    }

    public Duration connect() {
        return route.connect();
    }

    /// Runs `work`, whose one request is `exchange`, on this thread.
    <T> T during(Exchange exchange, ScopedValue.CallableOp<T, IOException> work) throws IOException {
        return ScopedValue.where(current, exchange).call(work);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        pool.evictAll();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = current.get();
        exchange.begin(chain.call());
        Request request = request(chain.request(), exchange);
        Response response = exchange.rehearsal().isPresent()
                ? rehearsed(request, exchange.rehearsal().get())
                : proceed(chain, request, exchange);
        return response.isSuccessful() ? response : refused(response, exchange);
    }

    private Request request(Request asked, Exchange exchange) {
        Request.Builder request = asked.newBuilder().removeHeader("Authorization");
        if (asked.body() != null) {
            request.post(new OnceBody(exchange.body()));
        }
        route.headers().forEach(request::header);
        if (!key.isEmpty()) {
            request.header(route.key().header().headerName(), route.key().header().value(key));
        }
        return request.build();
    }

    /// The SDK reads what it is given to its end; some errors have none.
    private static Response refused(Response response, Exchange exchange) throws IOException {
        try (response) {
            String said = response.peekBody(LONGEST_ERROR).string();
            exchange.refused(new Refusal(response.code(), said, RetryAfter.seconds(response::headers)));
            return response.newBuilder().body(ResponseBody.create(said, response.body().contentType())).build();
        }
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        current.get().connected();
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        current.get().sent();
    }

    @Override
    public void responseHeadersStart(Call call) {
        current.get().answered();
    }

    /// llama.cpp closes connections that it promised to keep; what was sent on one of these was never read.
    private Response proceed(Chain chain, Request request, Exchange exchange) throws IOException {
        try {
            return chain.proceed(request);
        } catch (IOException e) {
            if (!isClosedByServer(e) || exchange.hasConnected() || exchange.isCancelled()) {
                throw e;
            }
            pool.evictAll();
            return chain.proceed(request);
        }
    }

    /// A request that the client does not send again by itself, whatever the server asks for: each sending is paid for.
    private static final class OnceBody extends RequestBody {

        private final byte[] body;

        OnceBody(byte[] body) {
            this.body = body;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(body);
        }
    }

    private static boolean isClosedByServer(IOException e) {
        return e instanceof SocketException || String.valueOf(e.getMessage()).startsWith("unexpected end of stream");
    }

    private static Response rehearsed(Request request, String answer) {
        return new Response.Builder().request(request).protocol(Protocol.HTTP_1_1).code(200).message("OK")
                .header("content-type", EVENTS.toString()).body(ResponseBody.create(answer, EVENTS)).build();
    }
}
