/// Chat Completions and Responses: what OpenAI refuses, and how it writes answers.
package dev.cachewright.provider.simulated.openai;
