package dev.cachewright.telemetry.otlp;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/// The names under which figures are handed on: those of the semantic conventions for generative AI, and below
/// `cachewright.` what these have no name for.
///
/// Source: open-telemetry/semantic-conventions, `docs/gen-ai`, as released in 1.45.0 (2026); the test holds each against
/// the constants of that release. The conventions are in development, so that their own jar, which changes with them,
/// is no part of the program.
final class Names {

    static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
    static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
    static final AttributeKey<Boolean> STREAM = booleanKey("gen_ai.request.stream");
    static final AttributeKey<String> RESPONSE_ID = stringKey("gen_ai.response.id");
    static final AttributeKey<List<String>> FINISH_REASONS = stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Double> FIRST_CHUNK = doubleKey("gen_ai.response.time_to_first_chunk");
    static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT = longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<Long> CACHE_READ = longKey("gen_ai.usage.cache_read.input_tokens");
    static final AttributeKey<Long> CACHE_CREATION = longKey("gen_ai.usage.cache_creation.input_tokens");
    static final AttributeKey<String> TOKEN_TYPE = stringKey("gen_ai.token.type");
    static final AttributeKey<String> ERROR = stringKey("error.type");
    static final AttributeKey<String> SERVER = stringKey("server.address");
    static final AttributeKey<Long> PORT = longKey("server.port");
    static final AttributeKey<String> SERVICE = stringKey("service.name");
    static final AttributeKey<String> SERVICE_VERSION = stringKey("service.version");

    static final AttributeKey<String> VERDICT = stringKey("cachewright.verdict");
    static final AttributeKey<Boolean> UNEXPECTED_MISS = booleanKey("cachewright.unexpected_miss");
    static final AttributeKey<Long> FORECAST_CACHED = longKey("cachewright.forecast.cached_tokens");
    static final AttributeKey<Long> FORECAST_WRITTEN = longKey("cachewright.forecast.written_tokens");
    static final AttributeKey<String> SESSION = stringKey("cachewright.session.id");
    static final AttributeKey<Long> NUMBER = longKey("cachewright.call.number");
    static final AttributeKey<Long> TRIES = longKey("cachewright.call.tries");
    static final AttributeKey<String> PROMPT = stringKey("cachewright.prompt.name");
    static final AttributeKey<String> EDITION = stringKey("cachewright.prompt.edition");
    static final AttributeKey<Boolean> CONTROL = booleanKey("cachewright.control");
    static final AttributeKey<Double> COST = doubleKey("cachewright.cost.usd");
    static final AttributeKey<Double> COST_UNCACHED = doubleKey("cachewright.cost_uncached.usd");

    static final String TOKENS = "gen_ai.client.token.usage";
    static final String DURATION = "gen_ai.client.operation.duration";
    static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";

    private Names() {
    }
}
