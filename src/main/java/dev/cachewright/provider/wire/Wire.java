package dev.cachewright.provider.openai;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;

/// Sits between the SDK and the socket: sends our own bytes, keeps the call for cancelling, and keeps what a server
/// says when it refuses, which the SDK loses where it is not the JSON that it expects.
final class Wire extends EventListener implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType EVENTS = MediaType.get("text/event-stream");
    private static final long LONGEST_ERROR = 64 * 1024;

    private final ConnectionPool pool = new ConnectionPool();
    private final ScopedValue<Exchange> current = ScopedValue.newInstance();

    ConnectionPool pool() {
        return pool;
    }

    /// Runs `work`, whose one request is `exchange`, on this thread.
    <T> T during(Exchange exchange, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(current, exchange).call(work);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = current.get();
        exchange.begin(chain.call());
        Request request = chain.request().newBuilder().post(new OnceBody(exchange.body())).build();
        Response response = exchange.isRehearsal() ? rehearsed(request) : proceed(chain, request, exchange);
        return response.isSuccessful() ? response : refused(response, exchange);
    }

    /// The SDK reads what it is given to its end; some errors have none.
    private static Response refused(Response response, Exchange exchange) throws IOException {
        try (response) {
            String said = response.peekBody(LONGEST_ERROR).string();
            exchange.refused(said);
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

    private static Response rehearsed(Request request) {
        return new Response.Builder().request(request).protocol(Protocol.HTTP_1_1).code(200).message("OK")
                .header("content-type", EVENTS.toString())
                .body(ResponseBody
                        .create("data: {\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}"
                                + "\n\ndata: [DONE]\n\n", EVENTS))
                .build();
    }
}
