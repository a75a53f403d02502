#pragma once

#include <string>

namespace headlight {

class TokenizerConfig;

/// The tokenizer classes of the reference library that build a pipeline of their own.
enum class TokenizerClass {
  Generic,  ///< Takes tokenizer.json, or a SentencePiece model, as it stands.
  Unknown,  ///< A class of its own that is not built here.
  Albert,
  Barthez,
  Bert,
  BigBird,
  Blenderbot,
  Camembert,
  Clip,
  CodeLlama,
  Cohere,
  Deberta,
  DebertaV2,
  Funnel,
  Gemma,
  Gpt2,
  GptNeoX,
  Herbert,
  Llama,
  M2m100,
  Marian,
  Mbart,
  Mbart50,
  Mpnet,
  Nllb,
  OpenAiGpt,
  Pegasus,
  Qwen2,
  Qwen35,
  Reformer,
  RemBert,
  Roberta,
  Siglip2,
  T5,
  Whisper,
  Xglm,
  XlmRoberta,
  Xlnet
};

struct ChosenClass {
  TokenizerClass kind = TokenizerClass::Generic;
  std::string name;  ///< As the reference library calls it ("LlamaTokenizer").
};

/// The class that opens a folder with these settings: the one that they name, except for kinds of models whose folders
/// are known to name a wrong one, else that of the model's kind. `isByteLevel`: whether there is a tokenizer.json that
/// mentions byte-level steps, which a LlamaTokenizer is not.
ChosenClass chooseTokenizerClass(const TokenizerConfig& config, bool isByteLevel);

}  // namespace headlight
