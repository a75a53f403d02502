#include "core/text/classes/tokenizer_class.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text/files/tokenizer_config.h"

namespace headlight {

namespace {

/// The classes by name, with the names by which they also go.
constexpr std::pair<std::string_view, TokenizerClass> kClasses[] = {
    {"TokenizersBackend", TokenizerClass::Generic},
    {"PreTrainedTokenizer", TokenizerClass::Generic},
    {"PreTrainedTokenizerFast", TokenizerClass::Generic},
    {"PythonBackend", TokenizerClass::Generic},
    {"BloomTokenizer", TokenizerClass::Generic},
    {"AlbertTokenizer", TokenizerClass::Albert},
    {"FNetTokenizer", TokenizerClass::Albert},
    {"BarthezTokenizer", TokenizerClass::Barthez},
    {"BertTokenizer", TokenizerClass::Bert},
    {"ConvBertTokenizer", TokenizerClass::Bert},
    {"DistilBertTokenizer", TokenizerClass::Bert},
    {"DPRContextEncoderTokenizer", TokenizerClass::Bert},
    {"DPRQuestionEncoderTokenizer", TokenizerClass::Bert},
    {"DPRReaderTokenizer", TokenizerClass::Bert},
    {"ElectraTokenizer", TokenizerClass::Bert},
    {"LayoutLMTokenizer", TokenizerClass::Bert},
    {"LxmertTokenizer", TokenizerClass::Bert},
    {"MobileBertTokenizer", TokenizerClass::Bert},
    {"SqueezeBertTokenizer", TokenizerClass::Bert},
    {"BigBirdTokenizer", TokenizerClass::BigBird},
    {"BlenderbotTokenizer", TokenizerClass::Blenderbot},
    {"CamembertTokenizer", TokenizerClass::Camembert},
    {"CLIPTokenizer", TokenizerClass::Clip},
    {"CodeGenTokenizer", TokenizerClass::Gpt2},
    {"CodeLlamaTokenizer", TokenizerClass::CodeLlama},
    {"CohereTokenizer", TokenizerClass::Cohere},
    {"DebertaTokenizer", TokenizerClass::Deberta},
    {"DebertaV2Tokenizer", TokenizerClass::DebertaV2},
    {"FunnelTokenizer", TokenizerClass::Funnel},
    {"GemmaTokenizer", TokenizerClass::Gemma},
    {"GPT2Tokenizer", TokenizerClass::Gpt2},
    {"GPTNeoXTokenizer", TokenizerClass::GptNeoX},
    {"HerbertTokenizer", TokenizerClass::Herbert},
    {"LlamaTokenizer", TokenizerClass::Llama},
    {"Phi3Tokenizer", TokenizerClass::Llama},
    {"M2M100Tokenizer", TokenizerClass::M2m100},
    {"MarianTokenizer", TokenizerClass::Marian},
    {"MBartTokenizer", TokenizerClass::Mbart},
    {"MBart50Tokenizer", TokenizerClass::Mbart50},
    {"MPNetTokenizer", TokenizerClass::Mpnet},
    {"NllbTokenizer", TokenizerClass::Nllb},
    {"OpenAIGPTTokenizer", TokenizerClass::OpenAiGpt},
    {"PegasusTokenizer", TokenizerClass::Pegasus},
    {"Qwen2Tokenizer", TokenizerClass::Qwen2},
    {"Qwen3_5Tokenizer", TokenizerClass::Qwen35},
    {"ReformerTokenizer", TokenizerClass::Reformer},
    {"RemBertTokenizer", TokenizerClass::RemBert},
    {"BartTokenizer", TokenizerClass::Roberta},
    {"LEDTokenizer", TokenizerClass::Roberta},
    {"LongformerTokenizer", TokenizerClass::Roberta},
    {"MvpTokenizer", TokenizerClass::Roberta},
    {"RobertaTokenizer", TokenizerClass::Roberta},
    {"Siglip2Tokenizer", TokenizerClass::Siglip2},
    {"T5Tokenizer", TokenizerClass::T5},
    {"WhisperTokenizer", TokenizerClass::Whisper},
    {"XGLMTokenizer", TokenizerClass::Xglm},
    {"XLMRobertaTokenizer", TokenizerClass::XlmRoberta},
    {"XLNetTokenizer", TokenizerClass::Xlnet},
};

/// Classes with rules of their own that are not built here.
constexpr std::string_view kOtherClasses =
    " BartphoTokenizer BertGenerationTokenizer BertJapaneseTokenizer BertweetTokenizer BioGptTokenizer "
    "BlenderbotSmallTokenizer ByT5Tokenizer CTRLTokenizer CanineTokenizer ClvpTokenizer CpmAntTokenizer CpmTokenizer "
    "DiaTokenizer "
    "EsmTokenizer EsmcTokenizer FSMTTokenizer FlaubertTokenizer GPTNeoXJapaneseTokenizer GPTSw3Tokenizer LasrTokenizer "
    "LayoutLMv2Tokenizer LayoutLMv3Tokenizer LayoutXLMTokenizer LukeTokenizer MLukeTokenizer MarkupLMTokenizer "
    "MgpstrTokenizer MyT5Tokenizer NougatTokenizer PLBartTokenizer ParakeetTokenizer PerceiverTokenizer "
    "PhobertTokenizer ProphetNetTokenizer RagTokenizer RoCBertTokenizer RoFormerTokenizer SeamlessM4TTokenizer "
    "SiglipTokenizer Speech2TextTokenizer SpeechT5Tokenizer SplinterTokenizer TapasTokenizer Tipsv2Tokenizer "
    "UdopTokenizer VideoPrismTokenizer VitsTokenizer Wav2Vec2CTCTokenizer Wav2Vec2PhonemeCTCTokenizer XLMTokenizer ";

/// The class that is registered for kinds of models, by model_type.
constexpr std::pair<std::string_view, std::string_view> kModelTypes[] = {
    {"TokenizersBackend",
     " arctic aria beam bigbird_pegasus camembertv2-base canary chatlm cohere_asr ernie4_5 ernie4_5_moe flex_olmo fuyu "
     "glm glm4 glm4_moe glm4_moe_lite glm4v glm4v_moe got_ocr2 gpt_bigcode granite granitemoe granitemoehybrid "
     "granitemoeshared h2ovl_chat hyperclovax hyperclovax_vlm internlm2 internlm3 iquestcoder jamba kimi_k25 "
     "kimi_linear kosmos-2 llava llava_next mimo_v2_flash minicpm3 minicpmv minimax_m2 ministral ministral3 mistral "
     "mistral3 mistral_large4 mixtral modernbert modernbert-decoder molmo molmo2 nemotron nvfp4 nystromformer olmo2 "
     "olmo3 olmo_hybrid opencua openvla paddleocr_vl pegasus_x persimmon phi3 phi3_v phimoe pix2struct pixtral smolvlm "
     "stablelm step3_vl umt5 vipllava voxtral voxtral_realtime xlm-roberta-xl "},
    {"AlbertTokenizer", " albert yoso "},
    {"BarthezTokenizer", " barthez "},
    {"BartTokenizer", " florence2 "},
    {"BertTokenizer",
     " align bark bert blip bros chinese_clip convbert distilbert electra ernie flava git grounding-dino layoutlm "
     "megatron-bert mm-grounding-dino nezha nomic_bert qdqbert realm retribert squeezebert tvp vilt visual_bert "},
    {"BigBirdTokenizer", " big_bird "},
    {"BlenderbotTokenizer", " blenderbot "},
    {"ByT5Tokenizer", " byt5 "},
    {"CamembertTokenizer", " camembert "},
    {"CLIPTokenizer",
     " aimv2 clip clipseg groupvit omdet-turbo oneformer owlv2 owlvit sam3 sam3_video xclip clip_text_model "},
    {"CodeLlamaTokenizer", " code_llama "},
    {"CohereTokenizer", " aya_vision cohere cohere2 "},
    {"DPRQuestionEncoderTokenizer", " dpr "},
    {"DebertaTokenizer", " deberta "},
    {"DebertaV2Tokenizer", " deberta-v2 "},
    {"FNetTokenizer", " fnet "},
    {"FunnelTokenizer", " funnel "},
    {"GPT2Tokenizer",
     " blip-2 codegen dbrx emu3 gpt2 gpt_neo gptj hyperclovax_vision_v2 instructblip instructblipvideo jais2 opt phi "
     "starcoder2 "},
    {"GPTNeoXTokenizer", " falcon_mamba gpt_neox mamba mamba2 mpt olmo olmoe rwkv xlstm "},
    {"GemmaTokenizer",
     " diffusion_gemma gemma gemma2 gemma3 gemma3_text gemma3n gemma3n_text recurrent_gemma shieldgemma2 t5gemma "
     "zaya "},
    {"HerbertTokenizer", " herbert "},
    {"LEDTokenizer", " led "},
    {"LlamaTokenizer", " idefics idefics2 "},
    {"LxmertTokenizer", " lxmert "},
    {"M2M100Tokenizer", " m2m_100 "},
    {"MBart50Tokenizer", " mbart50 "},
    {"MBartTokenizer", " mbart "},
    {"MPNetTokenizer", " mpnet "},
    {"MarianTokenizer", " marian "},
    {"MobileBertTokenizer", " mobilebert "},
    {"MvpTokenizer", " mvp "},
    {"NllbTokenizer", " nllb nllb-moe "},
    {"OpenAIGPTTokenizer", " openai-gpt "},
    {"PegasusTokenizer", " pegasus "},
    {"Qwen2Tokenizer",
     " audioflamingo3 colqwen2 internvl lighton_ocr ovis2 qwen2 qwen2_5_omni qwen2_5_vl qwen2_audio qwen2_moe qwen2_vl "
     "qwen3 qwen3_asr qwen3_moe qwen3_next qwen3_omni_moe qwen3_vl qwen3_vl_moe vibevoice "},
    {"Qwen3_5Tokenizer", " qwen3_5 qwen3_5_moe qwen3_5_moe_text qwen3_5_text qwen4_exp "},
    {"ReformerTokenizer", " reformer "},
    {"RemBertTokenizer", " rembert "},
    {"RobertaTokenizer",
     " bart bridgetower clap data2vec-text ibert lilt longformer mega mra roberta roberta-prelayernorm "},
    {"Siglip2Tokenizer", " siglip2 "},
    {"T5Tokenizer", " mt5 musicgen musicgen_melody switch_transformers t5 "},
    {"WhisperTokenizer", " whisper "},
    {"XGLMTokenizer", " xglm "},
    {"XLMRobertaTokenizer", " gte jina_embeddings_v3 metaclip_2 trocr xlm-roberta xmod "},
    {"XLNetTokenizer", " xlnet "},
};

/// Kinds of models whose published folders often name a class that is not theirs.
constexpr std::string_view kWronglyNamed =
    " arctic camembertv2-base chatlm cohere_asr ernie4_5 ernie4_5_moe fuyu h2ovl_chat hyperclovax "
    "hyperclovax_vision_v2 hyperclovax_vlm internlm2 internlm3 iquestcoder jamba llava llava_next minicpm3 minicpmv "
    "minimax_m2 modernbert modernbert-decoder molmo molmo2 nemotron nvfp4 opencua openvla paddleocr_vl phi3 phi3_v "
    "phimoe qwen2 qwen3_5 qwen3_5_moe qwen3_5_moe_text qwen4_exp siglip2 smolvlm step3_vl vipllava ";

bool isIn(std::string_view list, std::string_view word) {
  return !word.empty() && word.find(' ') == std::string_view::npos &&
         list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

std::string_view withoutFast(std::string_view name) {
  return name.ends_with("Fast") && name != "PreTrainedTokenizerFast" ? name.substr(0, name.size() - 4) : name;
}

ChosenClass classOf(std::string_view name) {
  name = withoutFast(name);
  const auto known =
      std::find_if(std::begin(kClasses), std::end(kClasses), [name](const auto& entry) { return entry.first == name; });
  if (known != std::end(kClasses)) return {known->second, std::string(name)};
  if (isIn(kOtherClasses, name)) return {TokenizerClass::Unknown, std::string(name)};
  return {TokenizerClass::Generic, "TokenizersBackend"};
}

std::optional<std::string_view> registered(std::string_view modelType) {
  for (const auto& [name, types] : kModelTypes) {
    if (isIn(types, modelType)) return name;
  }
  return std::nullopt;
}

}  // namespace

ChosenClass chooseTokenizerClass(const TokenizerConfig& config, bool isByteLevel) {
  const ChosenClass generic{TokenizerClass::Generic, "TokenizersBackend"};
  const std::string_view named = withoutFast(config.tokenizerClass());
  const auto own = registered(config.modelType());
  if (named.empty()) return own ? classOf(*own) : generic;
  const bool wronglyNamed = isIn(kWronglyNamed, config.modelType());
  const bool isMistral = config.modelType().starts_with("mistral") || config.modelType().starts_with("ministral") ||
                         isIn(" mixtral pixtral voxtral voxtral_realtime ", config.modelType());
  if (named == "LlamaTokenizer" && isByteLevel && !isMistral && !wronglyNamed) return generic;
  if (!own || *own == named) return classOf(named);
  if (*own == "TokenizersBackend") return generic;
  return classOf(wronglyNamed ? *own : named);
}

}  // namespace headlight
