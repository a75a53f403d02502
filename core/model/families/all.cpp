#include "core/model/families/all.h"

#include <utility>

namespace headlight {

std::vector<Family> allFamilies() {
  std::vector<Family> all;
  const auto add = [&all](FamilyKind kind, std::string_view title, Family family) {
    family.kind = kind;
    family.title = title;
    all.push_back(std::move(family));
  };
  add(FamilyKind::Vision, "ViT", vitFamily());
  add(FamilyKind::Vision, "DeiT", deitFamily());
  add(FamilyKind::Vision, "CLIP's vision tower", clipVisionFamily());
  add(FamilyKind::Encoder, "BERT, ERNIE", bertFamily());
  add(FamilyKind::Encoder, "RoBERTa, XLM-RoBERTa, CamemBERT, data2vec", robertaFamily());
  add(FamilyKind::Encoder, "DistilBERT", distilbertFamily());
  add(FamilyKind::Encoder, "ALBERT", albertFamily());
  add(FamilyKind::Encoder, "ELECTRA", electraFamily());
  add(FamilyKind::Encoder, "MPNet", mpnetFamily());
  add(FamilyKind::Encoder, "DeBERTa 1–3", debertaFamily());
  add(FamilyKind::Encoder, "ModernBERT and its decoders", modernbertFamily());
  add(FamilyKind::Encoder, "EuroBERT", euroBertFamily());
  add(FamilyKind::Encoder, "NomicBERT", nomicBertFamily());
  add(FamilyKind::Encoder, "GTE", gteFamily());
  add(FamilyKind::Encoder, "Jina Embeddings 3", jina3Family());
  add(FamilyKind::Encoder, "RoFormer", roFormerFamily());
  add(FamilyKind::Encoder, "ESM-1b, ESM-2", esmFamily());
  add(FamilyKind::Encoder, "XLM", xlmFamily());
  add(FamilyKind::Encoder, "FlauBERT", flaubertFamily());
  add(FamilyKind::Encoder, "BertGeneration", bertGenerationFamily());
  add(FamilyKind::Encoder, "RemBERT", remBertFamily());
  add(FamilyKind::Encoder, "MobileBERT", mobileBertFamily());
  add(FamilyKind::Decoder, "GPT", openAiGptFamily());
  add(FamilyKind::Decoder, "GPT-2", gpt2Family());
  add(FamilyKind::Decoder, "GPT-BigCode", gptBigCodeFamily());
  add(FamilyKind::Decoder, "GPT-Neo", gptNeoFamily());
  add(FamilyKind::Decoder, "GPT-J", gptJFamily());
  add(FamilyKind::Decoder, "CodeGen", codeGenFamily());
  add(FamilyKind::Decoder, "GPT-NeoX", gptNeoxFamily());
  add(FamilyKind::Decoder, "OPT", optFamily());
  add(FamilyKind::Decoder, "BLOOM", bloomFamily());
  add(FamilyKind::Decoder, "Falcon", falconFamily());
  add(FamilyKind::Decoder, "MPT", mptFamily());
  add(FamilyKind::Decoder, "XGLM", xglmFamily());
  add(FamilyKind::Decoder, "Llama 1–3", llamaFamily());
  add(FamilyKind::Decoder, "Mistral", mistralFamily());
  add(FamilyKind::Decoder, "Ministral", ministralFamily());
  add(FamilyKind::Decoder, "Ministral 3", ministral3Family());
  add(FamilyKind::Decoder, "Qwen2", qwen2Family());
  add(FamilyKind::Decoder, "Qwen3", qwen3Family());
  add(FamilyKind::Decoder, "Gemma", gemmaFamily());
  add(FamilyKind::Decoder, "Gemma 2", gemma2Family());
  add(FamilyKind::Decoder, "Gemma 3, EmbeddingGemma", gemma3Family());
  add(FamilyKind::Decoder, "Phi", phiFamily());
  add(FamilyKind::Decoder, "Phi-3", phi3Family());
  add(FamilyKind::Decoder, "StableLM", stablelmFamily());
  add(FamilyKind::Decoder, "StarCoder2", starcoder2Family());
  add(FamilyKind::Decoder, "OLMo", olmoFamily());
  add(FamilyKind::Decoder, "OLMo 2", olmo2Family());
  add(FamilyKind::Decoder, "OLMo 3", olmo3Family());
  add(FamilyKind::Decoder, "SmolLM3", smolLm3Family());
  add(FamilyKind::Decoder, "Granite", graniteFamily());
  add(FamilyKind::Decoder, "Command R", cohereFamily());
  add(FamilyKind::Decoder, "Command A", cohere2Family());
  add(FamilyKind::Decoder, "GLM-4", glmFamily());
  add(FamilyKind::Decoder, "GLM-4 0414", glm4Family());
  add(FamilyKind::Decoder, "Nemotron", nemotronFamily());
  add(FamilyKind::Decoder, "HunYuan", hunYuanFamily());
  add(FamilyKind::Decoder, "EXAONE 4", exaone4Family());
  add(FamilyKind::Decoder, "Helium", heliumFamily());
  add(FamilyKind::Decoder, "Seed-OSS", seedOssFamily());
  add(FamilyKind::Decoder, "Arcee", arceeFamily());
  add(FamilyKind::Decoder, "Apertus", apertusFamily());
  add(FamilyKind::Decoder, "ERNIE 4.5", ernie45Family());
  add(FamilyKind::Experts, "Mixtral", mixtralFamily());
  add(FamilyKind::Experts, "Phi-3.5-MoE", phiMoeFamily());
  add(FamilyKind::Experts, "Qwen2-MoE", qwen2MoeFamily());
  add(FamilyKind::Experts, "Qwen3-MoE", qwen3MoeFamily());
  add(FamilyKind::Experts, "OLMoE", olmoeFamily());
  add(FamilyKind::Experts, "Granite-MoE", graniteMoeFamily());
  add(FamilyKind::Experts, "gpt-oss", gptOssFamily());
  add(FamilyKind::Experts, "DeepSeek-V2", deepSeek2Family());
  add(FamilyKind::Experts, "DeepSeek-V3", deepSeek3Family());
  add(FamilyKind::Experts, "dots.llm1", dots1Family());
  add(FamilyKind::Experts, "GLM-4.5", glm4MoeFamily());
  add(FamilyKind::Experts, "ERNIE 4.5 MoE", ernie45MoeFamily());
  add(FamilyKind::Experts, "MiniMax-M2", miniMaxM2Family());
  add(FamilyKind::Experts, "Llama 4 (text)", llama4Family());
  add(FamilyKind::EncoderDecoder, "T5 (1.0, 1.1, Flan, mT5, UMT5, Switch)", t5Family());
  add(FamilyKind::EncoderDecoder, "T5Gemma", t5GemmaFamily());
  add(FamilyKind::EncoderDecoder, "BART, MVP", bartFamily());
  add(FamilyKind::EncoderDecoder, "mBART", mbartFamily());
  add(FamilyKind::EncoderDecoder, "PLBart", plbartFamily());
  add(FamilyKind::EncoderDecoder, "Marian (OPUS-MT)", marianFamily());
  add(FamilyKind::EncoderDecoder, "Pegasus", pegasusFamily());
  add(FamilyKind::EncoderDecoder, "M2M100, NLLB", m2m100Family());
  add(FamilyKind::EncoderDecoder, "NLLB-MoE", nllbMoeFamily());
  add(FamilyKind::EncoderDecoder, "FSMT", fsmtFamily());
  add(FamilyKind::EncoderDecoder, "Blenderbot", blenderbotFamily());
  add(FamilyKind::EncoderDecoder, "Blenderbot Small", blenderbotSmallFamily());
  return all;
}

}  // namespace headlight
